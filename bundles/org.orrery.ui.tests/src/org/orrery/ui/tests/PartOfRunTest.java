package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Runs;
import org.orrery.jobs.StoredRun;

/** "Skip this model", "two more minutes" in the workbench. */
@ExtendWith(InWorkbench.class)
class PartOfRunTest {
    private static final String COMMAND = "org.orrery.ui.commands.partOfRun";
    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final Journey journey = new Journey(robot);

    @Test
    void aModelOfARunAtWorkIsGivenTimeAndSkipped() throws Exception {
        journey.finished("iris");
        Runs runs = Journey.runs().workspace().runs();
        RunRequest small = Journey.runs().workspace().folders().open(Journey.newest().id()).request();
        Map<String, Object> settings = new HashMap<>(small.settings());
        settings.put("models", List.of("random-forest", "decision-tree"));
        settings.put("repeats", 100);
        long run = runs.submit(new RunRequest(small.analysis(), "long", small.inputs(), settings, small.seed(), 1));
        robot.until("the run at work with its parts", () -> parts(runs, run).contains("random-forest"));
        IViewPart view = Workbenches.page().showView("org.orrery.ui.views.runs");
        robot.until("the run in the list", () -> Journey.runs().find(run).isPresent());
        choose(view, run);
        ask("Random forest", 0);
        choose(view, run);
        ask("Random forest", 2);
        robot.until("the end of the run", () -> Journey.runs().find(run).map(RunSummary::state).filter(RunState::ended).isPresent());
        StoredRun stored = Journey.runs().workspace().folders().open(run);
        assertEquals(RunState.COMPLETED_PARTIAL, stored.summary().state());
        assertEquals(1, stored.failures().stream().filter(each -> each.message().equals("Not done: random-forest was skipped by the user.")).limit(1).count(),
                stored.failures().toString());
    }

    static List<String> parts(Runs runs, long run) {
        try {
            return runs.groups(run);
        } catch (RunException e) {
            throw new AssertionError(e);
        }
    }

    private void choose(IViewPart view, long run) {
        view.getSite().getPage().activate(view);
        robot.until("the run in the table", () -> {
            // The table shows it a moment after the model has it.
            view.getSite().getSelectionProvider().setSelection(new StructuredSelection(List.of(run)));
            robot.settle();
            return PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(COMMAND).isEnabled();
        });
    }

    private void ask(String part, int choice) {
        answer(robot, part, choice, () -> Journey.execute(COMMAND));
    }

    /** Answers the dialog that is to be opened: the part as it is called there, and the place of what is to become of it. */
    static void answer(Robot robot, String part, int choice, Runnable open) {
        boolean[] done = new boolean[1];
        // It opens when the parts are known.
        robot.whenReady(() -> robot.offers("OK"), () -> {
            org.eclipse.swt.widgets.List list = robot.control(org.eclipse.swt.widgets.List.class, "part.list");
            list.select(list.indexOf(part));
            for (int i = 0; i < 3; i++) {
                Button button = robot.control(Button.class, "part.choice" + i);
                button.setSelection(i == choice);
                button.notifyListeners(SWT.Selection, new Event());
            }
            robot.press(robot.button("OK"));
            done[0] = true;
        });
        open.run();
        robot.until("the dialog", () -> done[0]);
    }
}
