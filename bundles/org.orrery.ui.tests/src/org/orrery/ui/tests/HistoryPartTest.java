package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.analysis.result.Figure;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;

/** Runs are found, put away, brought back and done again from their list. */
@ExtendWith(InWorkbench.class)
class HistoryPartTest {
    private static final int ARCHIVED = 5;
    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final Journey journey = new Journey(robot);

    @AfterEach
    void showAll() {
        robot.control(Text.class, "runs.filter").setText("");
        group(0);
    }

    @Test
    void runsAreFoundByFiguresAndSettings() {
        RunSummary run = finished();
        Text field = robot.control(Text.class, "runs.filter");
        Table table = robot.control(Table.class, "runs.table");
        field.setText("run=" + run.id() + " accuracy > 10% set.folds>1");
        robot.until("the run that fits", () -> numbers(table).equals(List.of(run.id())));
        field.setText("run=" + run.id() + " accuracy > 100%");
        robot.until("none to fit", () -> table.getItemCount() == 0);
        field.setText("run=" + run.id() + " or statsu:failed");
        robot.until("what is wrong, with its place", () -> robot.find(Label.class, label -> label.getText().startsWith("Column ") && label.getText().contains("statsu")).isPresent());
        field.setText("run=" + run.id());
        assertEquals(List.of(run.id()), numbers(table), "what the line decides is found at once");
    }

    @Test
    void runsArePutAwayAndBroughtBackAndUndoTakesItBack() throws ExecutionException {
        RunSummary run = finished();
        Table table = robot.control(Table.class, "runs.table");
        select(table, run);
        Journey.execute("org.orrery.ui.commands.archiveRun");
        robot.until("the list without it", () -> !numbers(table).contains(run.id()));
        group(ARCHIVED);
        robot.until("the archive with it", () -> numbers(table).contains(run.id()));
        select(table, run);
        Journey.execute("org.orrery.ui.commands.restoreRun");
        robot.until("it to have left the archive", () -> !numbers(table).contains(run.id()));
        IOperationHistory history = PlatformUI.getWorkbench().getOperationSupport().getOperationHistory();
        IUndoContext context = PlatformUI.getWorkbench().getOperationSupport().getUndoContext();
        assertTrue(history.canUndo(context));
        history.undo(context, null, null);
        robot.until("it to be put away again", () -> numbers(table).contains(run.id()));
        history.undo(context, null, null);
        robot.until("both to be undone", () -> !RunTags.archived(Journey.runs().find(run.id()).orElseThrow()));
        group(0);
        robot.until("the list with it", () -> numbers(table).contains(run.id()));
    }

    @Test
    void aRunIsDoneAgainExactly() throws Exception {
        RunSummary run = finished();
        select(robot.control(Table.class, "runs.table"), run);
        long before = Journey.newest().id();
        Journey.execute("org.orrery.ui.commands.runAgain");
        robot.until("the same run once more", () -> Journey.newest().id() > before && Journey.newest().state().ended());
        assertEquals(figures(run), figures(Journey.newest()));
    }

    private RunSummary finished() {
        if (found().isEmpty()) {
            journey.finished("iris");
        }
        Workbenches.page().activate(Workbenches.page().findView("org.orrery.ui.views.runs"));
        return found().orElseThrow();
    }

    /** A run of a test before does as well. */
    private static Optional<RunSummary> found() {
        return Journey.runs().runs().stream().filter(run -> run.state() == RunState.COMPLETED && run.dataset().equals("iris") && !RunTags.archived(run)).findFirst();
    }

    private static List<String> figures(RunSummary run) throws Exception {
        return Journey.runs().workspace().folders().open(run.id()).result().orElseThrow().figures().stream().map(Figure::toString).toList();
    }

    private void group(int index) {
        Combo group = robot.control(Combo.class, "runs.group");
        group.select(index);
        robot.select(group);
    }

    private void select(Table table, RunSummary run) {
        robot.until("the run in the list", () -> numbers(table).contains(run.id()));
        Workbenches.page().activate(Workbenches.page().findView("org.orrery.ui.views.runs"));
        table.setSelection(numbers(table).indexOf(run.id()));
        robot.select(table);
    }

    private static List<Long> numbers(Table table) {
        return Arrays.stream(table.getItems()).map(item -> item.getText(0)).filter(text -> !text.isEmpty()).map(Long::valueOf).toList();
    }
}
