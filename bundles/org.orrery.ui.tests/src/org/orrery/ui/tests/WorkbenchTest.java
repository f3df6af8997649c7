package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.samples.Samples;
import org.orrery.ui.DatasetList;
import org.orrery.ui.RunList;

/** The way of a user through the workbench, on the bundled iris data, inside the real workbench. */
@ExtendWith(InWorkbench.class)
class WorkbenchTest {
    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final Workbenches workbench = new Workbenches();
    /** Another one for each run, so that none is the same as one before. */
    private static long seeds = 1000;

    @BeforeEach
    void beginClean() {
        workbench.watch();
        Workbenches.closeEditors();
        robot.settle();
    }

    @AfterEach
    void nothingIsLoggedAsAnError() {
        Workbenches.closeEditors();
        robot.settle();
        assertEquals(List.of(), workbench.errors());
    }

    @Test
    void theViewsOfThePerspectiveOpenWithoutAnError() throws PartInitException {
        for (String view : List.of("org.orrery.ui.data.views.datasets", "org.orrery.ui.views.analyses", "org.orrery.ui.views.runs",
                "org.eclipse.ui.views.ProgressView", "org.eclipse.pde.runtime.LogView")) {
            assertNotNull(Workbenches.page().showView(view), view);
            robot.settle();
        }
        Workbenches.page().hideView(Workbenches.page().findView("org.eclipse.pde.runtime.LogView"));
        Workbenches.page().showView("org.orrery.ui.views.runs", null, IWorkbenchPage.VIEW_VISIBLE);
    }

    @Test
    void aRunStartedByTheWizardFillsItsLeaderboardAndOpensAgain() {
        Dataset iris = sample("iris");
        robot.until("iris among the data sets", () -> robot.control(Table.class, "datasets.table").getItemCount() > 0);
        int before = runs().runs().size();
        fillWizard(iris);
        robot.until("the run to end", () -> runs().runs().size() > before && newest().state().ended());
        assertEquals(RunState.COMPLETED, newest().state(), newest()::toString);
        assertEquals(3, leaderboardRows());
        Workbenches.closeEditors();
        robot.settle();
        assertEquals(0, Workbenches.editors().length);
        openFromList();
        assertEquals(3, leaderboardRows(), "a stored run must show what the live one showed");
    }

    @Test
    void aRunThatIsCancelledInItsEditorEndsWithoutAResult() {
        int before = runs().runs().size();
        fillWizard(sample("wa_churn"), 50);
        robot.until("the run to begin", () -> runs().runs().size() > before);
        ToolBar verbs = robot.control(ToolBar.class, "run.verbs");
        robot.until("the verbs", () -> verbs.getItemCount() > 0);
        robot.select(Arrays.stream(verbs.getItems()).filter(item -> "run.verb.cancel".equals(item.getData("orrery.id"))).findFirst()
                .orElseThrow());
        robot.until("the run to end", () -> newest().state().ended());
        assertEquals(RunState.CANCELLED, newest().state());
        robot.until("only Resume to be offered", () -> verbs.getItemCount() == 1
                && "run.verb.resume".equals(verbs.getItem(0).getData("orrery.id")));
    }

    @Test
    void everyTabOfARunShowsItselfWithoutAnError() {
        int before = runs().runs().size();
        fillWizard(sample("iris"));
        robot.until("the run to end", () -> runs().runs().size() > before && newest().state().ended());
        for (String page : List.of("run.overview", "run.leaderboard", "run.charts", "run.tables", "run.answers", "run.metrics",
                "run.settings", "run.log")) {
            select(page);
            robot.settle();
        }
        select("run.charts");
        assertTrue(robot.control(org.eclipse.swt.widgets.List.class, "run.charts.list").getItemCount() > 0, "a chart");
        select("run.tables");
        assertTrue(robot.control(org.eclipse.swt.widgets.List.class, "run.tables.list").getItemCount() > 1, "tables");
    }

    @Test
    void aTableOfAResultIsFilteredAndCopiedWithItsHeaders() {
        finished("iris");
        assertEquals(3, leaderboardRows());
        Table table = robot.control(Table.class, "run.leaderboard.table");
        robot.control(Text.class, "run.leaderboard.table.filter").setText("TREE");
        robot.until("one row", () -> table.getItemCount() == 1);
        robot.control(Text.class, "run.leaderboard.table.filter").setText("");
        robot.until("all rows", () -> table.getItemCount() == 3);
    }

    @Test
    void theLogShowsOnlyTheLinesThatMatchAnExpressionAndSaysWhenItIsNone() {
        finished("iris");
        select("run.log");
        Text pattern = robot.control(Text.class, "run.log.pattern");
        pattern.setText("no such line [0-9]+$");
        assertEquals(0, robot.control(Table.class, "run.log.table").getItemCount());
        pattern.setText("[");
        pattern.setText("");
    }

    @Test
    void anotherThresholdIsAnsweredFromTheStoredOutcomes() {
        finished("wa_churn");
        select("run.answers");
        Text threshold = robot.control(Text.class, "setting.threshold");
        CTabFolder tabs = robot.control(CTabFolder.class, "run.answers.tabs");
        robot.until("the first answer", () -> tabs.getItemCount() > 0 && tabs.getItem(0).getText().contains("0.5"));
        threshold.setText("0.3");
        robot.until("the other answer", () -> tabs.getItemCount() > 0 && tabs.getItem(0).getText().contains("0.3"));
    }

    @Test
    void aChartShowsItsPointsAsATable() {
        finished("iris");
        select("run.charts");
        ToolBar tools = robot.control(ToolBar.class, "run.charts.view.tools");
        var item = Arrays.stream(tools.getItems()).filter(one -> "run.charts.view.showTable".equals(one.getData("orrery.id"))).findFirst()
                .orElseThrow();
        item.setSelection(true);
        robot.select(item);
        robot.until("the points", () -> robot.control(Table.class, "run.charts.view.points").getItemCount() > 10);
    }

    private void finished(String dataset) {
        int before = runs().runs().size();
        fillWizard(sample(dataset));
        robot.until("the run to end", () -> runs().runs().size() > before && newest().state().ended());
    }

    @Test
    void theImportWizardShowsTheBeginningOfAFileAndSaysWhatIsWrongWithAnother() throws Exception {
        Path folder = runs().workspace().folder().resolve("samples");
        Path iris = Workbenches.service(Samples.class).materialise("iris", folder);
        robot.within(() -> execute("org.orrery.ui.data.commands.importData"), () -> {
            Text file = robot.control(Text.class, "import.file");
            file.setText(iris.toString());
            Table rows = robot.control(Table.class, "import.rows");
            robot.until("a preview", () -> rows.getItemCount() >= 100);
            assertEquals("iris", robot.control(Text.class, "import.name").getText());
            assertTrue(robot.button("Finish").isEnabled());
            file.setText(folder.resolve("absent.csv").toString());
            Button finish = robot.button("Finish");
            robot.until("the refusal", () -> !finish.isEnabled());
            robot.press(robot.button("Cancel"));
        });
    }

    private Dataset sample(String id) {
        DatasetList list = Workbenches.service(DatasetList.class);
        Job job = Job.create("Sample", monitor -> {
            try {
                Path file = Workbenches.service(Samples.class).materialise(id, list.workspace().folder().resolve("samples"));
                list.put(list.workspace().data().importFile(file, ReadOptions.DETECT, Progress.NONE));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        job.schedule();
        robot.until(id + " in the catalogue", () -> list.find(id).isPresent());
        return list.find(id).orElseThrow();
    }

    private void fillWizard(Dataset dataset) {
        fillWizard(dataset, 1);
    }

    private void fillWizard(Dataset dataset, int repeats) {
        // Not on what another test has selected.
        Workbenches.page().activate(Workbenches.page().findView("org.orrery.ui.views.runs"));
        robot.within(() -> execute("org.orrery.ui.commands.runAnalysis"), () -> {
            choose(dataset);
            robot.press(robot.button("Next >"));
            robot.until("an analysis to be chosen", () -> robot.control(Table.class, "wizard.analyses").getSelectionCount() == 1);
            robot.press(robot.button("Next >"));
            chooseTarget(dataset);
            Spinner repetitions = robot.control(Spinner.class, "setting.repeats");
            // What the wizard remembers of the run before is not what is wanted here.
            repetitions.setSelection(repeats);
            Text seed = robot.control(Text.class, "wizard.seed");
            seed.setText(Long.toString(++seeds));
            robot.press(robot.button("Finish"));
        });
        robot.until("the editor of the run", () -> Workbenches.editors().length == 1);
    }

    private void choose(Dataset dataset) {
        Table input = robot.control(Table.class, "wizard.input.data");
        int row = Arrays.stream(input.getItems()).filter(item -> item.getText().equals(dataset.name())).mapToInt(input::indexOf)
                .findFirst().orElseThrow();
        input.setSelection(row);
        robot.select(input);
    }

    private void chooseTarget(Dataset dataset) {
        Combo target = robot.control(Combo.class, "setting.target");
        String wanted = Workbenches.service(Samples.class).find(dataset.name()).orElseThrow().target();
        robot.until("the columns", () -> Arrays.stream(target.getItems()).anyMatch(item -> item.startsWith(wanted + ' ')));
        target.select(Arrays.asList(target.getItems()).indexOf(
                Arrays.stream(target.getItems()).filter(item -> item.startsWith(wanted + ' ')).findFirst().orElseThrow()));
        robot.select(target);
    }

    private void openFromList() {
        Table table = robot.control(Table.class, "runs.table");
        robot.until("the runs", () -> table.getItemCount() > 0);
        table.setFocus();
        table.setSelection(0);
        robot.select(table);
        Workbenches.page().activate(Workbenches.page().findView("org.orrery.ui.views.runs"));
        execute("org.orrery.ui.commands.openRun");
        robot.until("the editor of the run", () -> Workbenches.editors().length == 1);
    }

    private int leaderboardRows() {
        select("run.leaderboard");
        Table table = robot.control(Table.class, "run.leaderboard.table");
        robot.until("the leaderboard", () -> table.getItemCount() >= 3);
        return table.getItemCount();
    }

    private void select(String page) {
        CTabFolder tabs = robot.control(CTabFolder.class, "run.tabs");
        Arrays.stream(tabs.getItems()).filter(item -> page.equals(item.getData("orrery.id"))).forEach(tabs::setSelection);
        robot.select(tabs);
    }

    private static void execute(String command) {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RunList runs() {
        return Workbenches.service(RunList.class);
    }

    private static RunSummary newest() {
        return runs().runs().get(0);
    }
}
