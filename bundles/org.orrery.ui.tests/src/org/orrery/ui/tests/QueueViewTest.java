package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.Runs;

/** What waits is shown with its reason, can be moved by keyboard, and many lines hold nothing up. */
@ExtendWith(InWorkbench.class)
class QueueViewTest {
    private static final int MANY = 500;
    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final Journey journey = new Journey(robot);

    @Test
    void whatWaitsIsShownAndMoved() throws Exception {
        journey.finished("iris");
        Runs runs = Journey.runs().workspace().runs();
        RunRequest request = Journey.runs().workspace().folders().open(Journey.newest().id()).request();
        runs.queue().pause();
        Workbenches.page().showView("org.orrery.ui.views.runs");
        Table all = robot.control(Table.class, "runs.table");
        robot.until("the run in the list", () -> all.getItemCount() == Journey.runs().runs().size());
        int before = all.getItemCount();
        List<Long> waiting = runs.queue().submit(Collections.nCopies(3, request), RunQueue.Place.LAST);
        Workbenches.page().showView("org.orrery.ui.views.queue");
        try {
            Journey.open(waiting.get(0));
            Label why = robot.control(Label.class, "run.detail");
            robot.until("why it waits", () -> why.getText().startsWith("The whole queue is paused."));
            Workbenches.closeEditors();
            Table table = robot.control(Table.class, "queue.table");
            robot.until("three lines", () -> table.getItemCount() == 3);
            assertEquals(Long.toString(waiting.get(0)), table.getItem(0).getText(1));
            assertEquals("The whole queue is paused.", table.getItem(0).getText(6).substring(0, 26));
            Label state = robot.control(Label.class, "queue.state");
            assertTrue(state.getText().startsWith("The queue is paused."), state.getText());
            table.setSelection(2);
            robot.select(table);
            Event up = new Event();
            up.stateMask = SWT.MOD3;
            up.keyCode = SWT.ARROW_UP;
            table.notifyListeners(SWT.KeyDown, up);
            robot.until("the new order", () -> table.getItem(1).getText(1).equals(Long.toString(waiting.get(2))));
            assertEquals(1, table.getSelectionIndex(), "the selection goes along");
            List<Long> many = runs.queue().submit(Collections.nCopies(MANY, request), RunQueue.Place.LAST);
            robot.until("all lines", () -> table.getItemCount() == MANY + 3);
            assertEquals(before, all.getItemCount(), "what is behind another view costs nothing");
            try (FreezeMonitor monitor = new FreezeMonitor(PlatformUI.getWorkbench().getDisplay())) {
                table.setTopIndex(MANY);
                robot.settle();
                runs.queue().move(many.get(MANY - 1), 0);
                robot.until("the last one first", () -> table.getItem(0).getText(1).equals(Long.toString(many.get(MANY - 1))));
                Workbenches.page().showView("org.orrery.ui.views.runs");
                robot.until("all runs, as soon as they are looked at", () -> all.getItemCount() == before + MANY + 3);
                assertEquals(List.of(), monitor.freezes());
            }
        } finally {
            for (RunQueue.Entry entry : runs.queue().look().waiting()) {
                cancel(runs, entry.run());
            }
            robot.until("an empty queue", () -> Journey.runs().active().isEmpty());
            runs.queue().proceed();
        }
    }

    private static void cancel(Runs runs, long run) {
        try {
            runs.cancel(run);
        } catch (RunException e) {
            throw new AssertionError(e);
        }
    }
}
