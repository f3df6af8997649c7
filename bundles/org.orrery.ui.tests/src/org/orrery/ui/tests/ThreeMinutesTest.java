package org.orrery.ui.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.ui.DatasetList;
import org.orrery.ui.charts.ChartView;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;



/**
 * From a file of one's own to a compared and kept result, as somebody does who has never seen the workbench: every choice and
 * every press of a button counts as a step. Thirty of them at six seconds each are three minutes.
 */
@ExtendWith(InWorkbench.class)
class ThreeMinutesTest {
    private static final int MOST_STEPS = 30;

    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final Journey journey = new Journey(robot);
    private final List<String> steps = new ArrayList<>();

    @TempDir
    static Path folder;

    @AfterEach
    void closeEverything() {
        Workbenches.closeEditors();
    }

    @Test
    void ownDataBecomeAComparedResultInFewSteps() throws Exception {
        bring(write());
        int before = Journey.runs().runs().size();
        run();
        robot.until("the first result", () -> Journey.runs().runs().size() == before + 1 && Journey.newest().state().ended());
        long first = Journey.newest().id();
        again(first);
        robot.until("the second result", () -> Journey.runs().runs().size() == before + 2 && Journey.newest().state().ended());
        compare(first, Journey.newest().id());
        keep();
        explain();
        export("report", folder.resolve("report.html"));
        export("model", folder.resolve("model.orrery"));
        assertTrue(Files.readString(folder.resolve("report.html")).contains("bought"), "the report is about the target");
        assertTrue(Files.size(folder.resolve("model.orrery")) > 100, "the model is there");
        System.getLogger(ThreeMinutesTest.class.getName()).log(System.Logger.Level.INFO, steps.size() + " steps: " + steps);
        assertTrue(steps.size() <= MOST_STEPS, () -> steps.size() + " steps: " + steps);
    }

    private static Path write() throws Exception {
        StringBuilder text = new StringBuilder("age,income,region,bought\n");
        for (int i = 0; i < 240; i++) {
            int age = 20 + i * 7 % 50;
            int income = 1000 + i * 37 % 3000;
            text.append(age).append(',').append(income).append(',').append(i % 3 == 0 ? "north" : "south").append(',')
                    .append(age + income / 100.0 + i % 5 > 70 ? "yes" : "no").append('\n');
        }
        return Files.writeString(folder.resolve("customers.csv"), text);
    }

    private void step(String what, Runnable action) {
        steps.add(what);
        action.run();
    }

    private void press(String button) {
        step("press " + button, () -> robot.press(robot.button(button)));
    }

    private void bring(Path file) {
        step("command Import", () -> robot.within(() -> Journey.execute("org.orrery.ui.data.commands.importData"), () -> {
            step("name the file", () -> robot.control(Text.class, "import.file").setText(file.toString()));
            robot.until("a preview", () -> robot.offers("Finish"));
            press("Finish");
        }));
        robot.until("the data", () -> Workbenches.service(DatasetList.class).find("customers").isPresent());
    }

    private void run() {
        Workbenches.page().activate(Workbenches.page().findView("org.orrery.ui.views.runs"));
        step("command Run analysis", () -> robot.within(() -> Journey.execute("org.orrery.ui.commands.runAnalysis"), () -> {
            step("choose the data", () -> choose("customers"));
            press("Next >");
            robot.until("the analysis", () -> robot.control(Table.class, "wizard.analyses").getSelectionCount() == 1);
            press("Next >");
            step("choose the target", () -> target("bought"));
            press("Finish");
        }));
    }

    private void choose(String dataset) {
        Table input = robot.control(Table.class, "wizard.input.data");
        Arrays.stream(input.getItems()).filter(item -> item.getText().equals(dataset)).forEach(input::setSelection);
        robot.select(input);
    }

    private void target(String column) {
        Combo target = robot.control(Combo.class, "setting.target");
        robot.until("the columns", () -> Arrays.stream(target.getItems()).anyMatch(item -> item.startsWith(column)));
        target.select(Arrays.stream(target.getItems()).filter(item -> item.startsWith(column)).map(Arrays.asList(target.getItems())::indexOf)
                .findFirst().orElseThrow());
        robot.select(target);
    }

    /** With another seed, which makes it another run. */
    private void again(long run) {
        select(run);
        robot.whenReady(() -> robot.offers("Finish"), () -> {
            step("change the seed", () -> robot.control(Text.class, "wizard.seed").setText("99"));
            press("Finish");
        });
        step("command Run again", () -> Journey.execute("org.orrery.ui.commands.cloneRun"));
    }

    private void compare(long... runs) {
        step("select two runs", () -> select(runs));
        step("command Compare", () -> Journey.execute("org.orrery.ui.commands.compareRuns"));
        Table figures = robot.control(Table.class, "compare.figures.table");
        robot.until("the figures", () -> figures.getItemCount() > 5);
        assertEquals(3, figures.getColumnCount());
    }

    private void keep() {
        step("open the newest run", () -> Journey.open(Journey.newest().id()));
        step("choose the leaderboard", () -> assertTrue(journey.leaderboardRows() >= 3));
        assertTrue(robot.control(CTabFolder.class, "run.tabs").getItemCount() > 5);
        ToolBar actions = robot.await("what can be done with the table", () -> robot.find(ToolBar.class, bar -> Arrays.stream(bar.getItems())
                .anyMatch(item -> "run.leaderboard.table.dataset".equals(item.getData("orrery.id")))));
        robot.whenReady(() -> robot.offers("OK"), () -> press("OK"));
        step("keep the table", () -> Arrays.stream(actions.getItems()).filter(item -> "run.leaderboard.table.dataset".equals(item.getData("orrery.id")))
                .forEach(robot::select));
        robot.until("the table among the data", () -> Workbenches.service(DatasetList.class).datasets().stream()
                .anyMatch(dataset -> dataset.name().equals("run-" + Journey.newest().id() + "-leaderboard")));
        robot.until("the notice to be closed", () -> !robot.offers("OK"));
    }

    /** Which features the best model goes by. */
    private void explain() {
        step("choose the charts", () -> journey.select("run.charts"));
        org.eclipse.swt.widgets.List charts = robot.control(org.eclipse.swt.widgets.List.class, "run.charts.list");
        step("choose the importance of features", () -> {
            int index = Arrays.stream(charts.getItems()).filter(item -> item.toLowerCase(java.util.Locale.ROOT).contains("importan")).map(Arrays.asList(charts.getItems())::indexOf)
                    .findFirst().orElseThrow(() -> new AssertionError(List.of(charts.getItems()).toString()));
            charts.setSelection(index);
            robot.select(charts);
        });
        ChartView view = robot.control(ChartView.class, "run.charts.view");
        robot.until("the chart", () -> view.chart().filter(chart -> chart.id().toLowerCase(java.util.Locale.ROOT).contains("importan")).isPresent());
    }

    private void export(String what, Path file) {
        String id = "org.orrery.ui.commands.export" + Character.toUpperCase(what.charAt(0)) + what.substring(1);
        robot.whenReady(() -> robot.offers("OK"), () -> press("OK"));
        step("command Export " + what + " and name the file", () -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(
                        PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(id), Map.of(id + ".file", file.toString())), null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
        robot.until("the " + what, () -> Files.exists(file) && !robot.offers("OK"));
    }

    private void select(long... runs) {
        IViewPart view = Workbenches.page().findView("org.orrery.ui.views.runs");
        Workbenches.page().activate(view);
        Table table = robot.control(Table.class, "runs.table");
        robot.until("the runs in the list", () -> table.getItemCount() == Journey.runs().runs().size());
        view.getSite().getSelectionProvider().setSelection(new StructuredSelection(Arrays.stream(runs).boxed().toList()));
        robot.settle();
    }
}
