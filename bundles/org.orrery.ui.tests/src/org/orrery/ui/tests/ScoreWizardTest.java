package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.models.ModelRegistry;
import org.orrery.ui.RunList;

/** The model of a run is applied to the rows of a file, as a person does it. */
@ExtendWith(InWorkbench.class)
class ScoreWizardTest {
    private static final int ROWS = 60;
    private static final int LOOK_MS = 100;

    private Robot robot;
    private Path folder;

    @BeforeEach
    void runAClassification() throws Exception {
        robot = new Robot(Display.getCurrent());
        folder = Files.createTempDirectory("orrery-score");
        StringBuilder text = new StringBuilder("amount,colour,bought\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(i * 37 % 50 / 10.0).append(',').append(i % 3 == 0 ? "red" : "blue").append(',').append(i * 37 % 50 > 20 ? "yes" : "no").append('\n');
        }
        run(Files.writeString(folder.resolve("shop.csv"), text));
    }

    private void run(Path file) throws Exception {
        RunList runs = Workbenches.service(RunList.class);
        int before = runs.runs().size();
        Workspace workspace = Workbenches.service(Workspace.class);
        Job.create("run", monitor -> {
            try {
                Dataset shop = workspace.data().importFile(file, ReadOptions.DETECT, Progress.NONE);
                workspace.runs().submit(new RunRequest("classification", "", Map.of("data", List.of(shop)),
                        Map.of("target", "bought", "models", List.of("logistic-regression"), "folds", 2L), 5, 0, RunRequest.Isolation.AS_NEEDED));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }).schedule();
        robot.until("the run to end", () -> runs.runs().size() > before && runs.runs().get(0).state().ended());
        Workbenches.page().showView("org.orrery.ui.views.runs");
        Table table = robot.control(Table.class, "runs.table");
        robot.until("the runs", () -> table.getItemCount() == runs.runs().size());
        table.setFocus();
        table.setSelection(0);
        robot.select(table);
        Workbenches.page().activate(Workbenches.page().findView("org.orrery.ui.views.runs"));
    }

    private static void execute(String command) {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Acts when a control is there, without waiting on the stack: the wizard opens once the run has been read, and the message once the work
     * is done, both from loops that would otherwise lie below the one that waits for them.
     */
    private <T extends Control> void when(Class<T> type, Predicate<T> wanted, Consumer<T> action) {
        Display.getCurrent().timerExec(LOOK_MS, () -> robot.find(type, wanted).ifPresentOrElse(action, () -> when(type, wanted, action)));
    }

    private void inTheWizard(Runnable acting) {
        boolean[] done = new boolean[1];
        List<Throwable> failures = new ArrayList<>();
        when(Text.class, text -> "score.data".equals(text.getData("orrery.id")), text -> {
            try {
                acting.run();
            } catch (RuntimeException | AssertionError e) {
                failures.add(e);
                text.getShell().close();
            } finally {
                done[0] = true;
            }
        });
        execute("org.orrery.ui.commands.applyModel");
        robot.until("the end of the wizard", () -> done[0]);
        assertEquals(List.of(), failures);
    }

    private void finish() {
        when(Button.class, button -> button.getText().replace("&", "").equals("OK"), robot::press);
        robot.press(robot.button("Finish"));
    }

    @Test
    void aFileThatCouldBeMeantOtherwiseIsReadAsTheTrainingDataWere() throws Exception {
        run(Files.writeString(folder.resolve("komma.csv"), Files.readString(folder.resolve("shop.csv")).replace(',', ';').replace('.', ',')));
        Path data = Files.writeString(folder.resolve("neu.csv"), "amount;colour\n0,125;red\n4,725;blue\n");
        inTheWizard(() -> {
            robot.control(Text.class, "score.data").setText(folder.resolve("n").toString());
            robot.control(Text.class, "score.data").setText(data.toString());
            assertEquals(folder.resolve("neu-predicted.csv").toString(), robot.control(Text.class, "score.out").getText(), "the proposal follows");
            robot.until("the columns to fit", () -> robot.control(Text.class, "score.problems").getText().startsWith("All columns"));
            finish();
        });
        List<String> lines = Files.readAllLines(folder.resolve("neu-predicted.csv"));
        assertTrue(lines.get(1).contains(",no,"), lines.get(1));
        assertTrue(lines.get(2).contains(",yes,"), lines.get(2));
    }

    @Test
    void newRowsGetTheirPredictions() throws Exception {
        Path data = Files.writeString(folder.resolve("new.csv"), "amount,colour\n0.1,red\n4.7,blue\n");
        inTheWizard(() -> {
            robot.control(Text.class, "score.data").setText(data.toString());
            robot.until("the columns to fit", () -> robot.control(Text.class, "score.problems").getText().startsWith("All columns"));
            finish();
        });
        List<String> lines = Files.readAllLines(folder.resolve("new-predicted.csv"));
        assertEquals("amount,colour,predicted,p.no,p.yes", lines.get(0));
        assertTrue(lines.get(1).startsWith("0.1,red,no,"));
        assertTrue(lines.get(2).startsWith("4.7,blue,yes,"));
    }

    @Test
    void aModelGetsANameAndAStageAndIsAppliedFromTheListOfModels() throws Exception {
        RunList list = Workbenches.service(RunList.class);
        long run = list.runs().get(0).id();
        when(Combo.class, combo -> "nameModel.name".equals(combo.getData("orrery.id")), name -> {
            robot.control(Combo.class, "nameModel.stage").setText("production");
            name.setText("shop");
            robot.press(robot.button("OK"));
        });
        execute("org.orrery.ui.commands.nameModel");
        robot.until("the models", () -> robot.find(Table.class, table -> "models.table".equals(table.getData("orrery.id")) && table.getItemCount() == 1).isPresent());
        try {
            Table models = robot.control(Table.class, "models.table");
            assertEquals(List.of("shop", Long.toString(run), "production"), List.of(models.getItem(0).getText(0), models.getItem(0).getText(1), models.getItem(0).getText(2)));
            assertFalse(enabled("org.orrery.ui.commands.deleteRun"), "its model is in use");
            Workbenches.page().activate(Workbenches.page().findView("org.orrery.ui.views.models"));
            models.setSelection(0);
            robot.select(models);
            Path data = Files.writeString(folder.resolve("more.csv"), "amount,colour\n0.1,red\n");
            inTheWizard(() -> {
                robot.control(Text.class, "score.data").setText(data.toString());
                robot.until("the columns to fit", () -> robot.control(Text.class, "score.problems").getText().startsWith("All columns"));
                finish();
            });
            assertTrue(Files.readAllLines(folder.resolve("more-predicted.csv")).get(1).startsWith("0.1,red,no,"));
        } finally {
            ModelRegistry registry = new ModelRegistry(list.workspace().folders().list());
            registry.remove(list.workspace().runs(), registry.find("shop"));
        }
        robot.until("the list without it", () -> new ModelRegistry(list.runs()).versions().isEmpty());
    }

    private static boolean enabled(String command) {
        return PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(command).isEnabled();
    }

    @Test
    void aMissingColumnIsToldAndTheWishToGoOnIsAskedFor() throws Exception {
        Path data = Files.writeString(folder.resolve("narrow.csv"), "colour\nred\nblue\n");
        inTheWizard(() -> {
            robot.control(Text.class, "score.data").setText(data.toString());
            robot.until("the refusal", () -> robot.control(Text.class, "score.problems").getText().startsWith("The column amount"));
            assertFalse(robot.button("Finish").isEnabled());
            Button force = robot.control(Button.class, "score.force");
            force.setSelection(true);
            robot.select(force);
            finish();
        });
        assertEquals(3, Files.readAllLines(folder.resolve("narrow-predicted.csv")).size());
        assertTrue(Files.exists(folder.resolve("narrow-predicted.csv.overridden.txt")));
    }
}
