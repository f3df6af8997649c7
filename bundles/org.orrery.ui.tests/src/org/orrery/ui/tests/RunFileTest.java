package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.FileDrop;

/** A run leaves the workbench as one file and comes back from it, by command and by drop; a file that is none is refused in a sentence. */
class RunFileTest extends UserAtWork {
    private static final String EXPORT = "org.orrery.ui.commands.exportRun";

    @TempDir
    Path folder;

    @Test
    void aRunIsExportedAndTheDroppedFileIsAddedAndShown() throws Exception {
        journey.finished("iris");
        RunSummary run = Journey.newest();
        int rows = journey.leaderboardRows();
        choose(run.id());
        Path file = folder.resolve("mine.orun");
        robot.whenReady(() -> robot.offers("OK") && Files.exists(file), () -> robot.press(robot.button("OK")));
        robot.until("the list to know that it has ended", () -> command().isEnabled());
        export(file);
        robot.until("the file", () -> Files.exists(file));
        Workbenches.closeEditors();
        int before = Journey.runs().runs().size();
        FileDrop.open(PlatformUI.getWorkbench().getWorkbenchWindows()[0], file.toString());
        robot.until("the run", () -> Journey.runs().runs().size() == before + 1 && Workbenches.runEditors() == 1);
        assertEquals(run.name(), Journey.newest().name());
        assertEquals(RunState.COMPLETED, Journey.newest().state());
        assertEquals(run.bestValue(), Journey.newest().bestValue());
        assertEquals(rows, journey.leaderboardRows(), "the same result");
    }

    @Test
    void aFileThatIsNoRunIsRefusedInASentence() throws Exception {
        Path file = Files.writeString(folder.resolve("none.orun"), "this is no run");
        int before = Journey.runs().runs().size();
        boolean[] refused = new boolean[1];
        robot.whenReady(() -> robot.find(Label.class, label -> label.getText().contains("none.orun")).isPresent(), () -> {
            refused[0] = true;
            robot.press(robot.button("OK"));
        });
        FileDrop.open(PlatformUI.getWorkbench().getWorkbenchWindows()[0], file.toString());
        robot.until("the refusal", () -> refused[0]);
        assertEquals(before, Journey.runs().runs().size());
    }

    @Test
    void aRunThatIsAtWorkIsNotExported() throws Exception {
        int before = Journey.runs().runs().size();
        journey.fillWizard(journey.sample("wa_churn"), 60);
        robot.until("the run to begin", () -> Journey.runs().runs().size() > before && Journey.newest().units().done() > 0);
        long run = Journey.newest().id();
        choose(run);
        assertFalse(command().isEnabled());
        Journey.runs().workspace().runs().cancel(run);
        robot.until("the end", () -> Journey.runs().find(run).orElseThrow().state().ended());
    }

    private static Command command() {
        return PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(EXPORT);
    }

    private static void export(Path file) throws CommandException {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(
                command(), Map.of(EXPORT + ".file", file.toString())), null);
    }

    private void choose(long run) {
        IViewPart view = Workbenches.page().findView("org.orrery.ui.views.runs");
        Workbenches.page().activate(view);
        Table table = robot.control(Table.class, "runs.table");
        robot.until("the runs in the list", () -> table.getItemCount() == Journey.runs().runs().size());
        view.getSite().getSelectionProvider().setSelection(new StructuredSelection(List.of(run)));
        robot.settle();
    }
}
