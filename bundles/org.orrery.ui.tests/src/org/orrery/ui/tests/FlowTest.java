package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.services.ISourceProviderService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Runs;
import org.orrery.ui.charts.ChartView;

/** What a user may do while a run is at work: everything else; and what becomes of the run when the user leaves. */
class FlowTest extends UserAtWork {
    private static final String REMOVE = "org.orrery.ui.data.commands.removeDataset";

    @AfterEach
    void nothingIsLeftAtWork() {
        Journey.runs().active().forEach(run -> tell(() -> runs().cancel(run.id())));
        robot.until("all to end", () -> Journey.runs().active().isEmpty());
    }

    @FunctionalInterface
    private interface Wish {
        void tell() throws RunException;
    }

    private static void tell(Wish wish) {
        try {
            wish.tell();
        } catch (RunException e) {
            throw new AssertionError(e);
        }
    }

    private static Runs runs() {
        return Journey.runs().workspace().runs();
    }

    private static RunSummary run(long id) {
        return Journey.runs().find(id).orElseThrow();
    }

    @Test
    void everythingElseStaysUsableWhileARunIsAtWork() throws Exception {
        journey.sample("iris");
        long run = journey.longRun();
        for (String view : List.of("org.orrery.ui.data.views.datasets", "org.orrery.ui.views.analyses", "org.orrery.ui.views.queue",
                "org.eclipse.ui.views.ProgressView", "org.orrery.ui.views.runs")) {
            Workbenches.page().showView(view);
            robot.settle();
        }
        assertTrue(canRemove("iris"), "what nobody uses can be removed");
        assertFalse(canRemove("wa_churn"), "what the run uses cannot");
        Journey.execute("org.orrery.ui.commands.help");
        Journey.execute("org.orrery.ui.commands.welcome");
        assertEquals(RunState.COMPLETED, run(journey.quick("iris")).state(), "another run is done beside it");
        journey.select("run.charts");
        assertTrue(robot.control(org.eclipse.swt.widgets.List.class, "run.charts.list").getItemCount() > 0);
        assertFalse(run(run).state().ended(), "it works on");
        long done = run(run).units().done();
        robot.until("it to get further", () -> run(run).units().done() > done);
        Workbenches.page().hideView(Workbenches.page().findView("org.orrery.ui.views.help"));
    }

    private boolean canRemove(String dataset) {
        IViewPart view = Workbenches.page().findView("org.orrery.ui.data.views.datasets");
        Workbenches.page().activate(view);
        view.getSite().getSelectionProvider().setSelection(new StructuredSelection(journey.sample(dataset)));
        robot.settle();
        return PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(REMOVE).isEnabled();
    }

    @Test
    void theHolderOfADataSetIsNamedUntilTheRunEndsInWhicheverWay() throws Exception {
        for (Wish end : List.<Wish>of(() -> runs().cancel(Journey.newest().id()), () -> runs().stop(Journey.newest().id()),
                () -> runs().interrupt(Journey.newest().id()))) {
            long run = journey.longRun();
            robot.until("the lock", () -> locks().equals(Map.of("wa_churn", List.of(run))));
            assertFalse(canRemove("wa_churn"));
            Journey.execute("org.orrery.ui.data.commands.showColumns");
            assertTrue(robot.control(Link.class, "lock.link").getText().contains("run " + run), "the holder's name");
            end.tell();
            robot.until("the end", () -> run(run).state().ended());
            robot.until("the notice to go", () -> robot.find(Link.class, link -> "lock.link".equals(link.getData("orrery.id"))).isEmpty());
            robot.until("it to be free", () -> locks().equals(Map.of()) && canRemove("wa_churn"));
            Workbenches.closeEditors();
        }
        tell(() -> runs().cancel(Journey.newest().id()));
    }

    /** What expressions are told: the runs that hold a data set, by its name. */
    private static Object locks() {
        String name = "org.orrery.ui.locks";
        return PlatformUI.getWorkbench().getService(ISourceProviderService.class).getSourceProvider(name).getCurrentState().get(name);
    }

    @Test
    void leavingLaterWaitsForTheRunAndThenCloses() {
        try (Leaving leaving = new Leaving()) {
            long run = journey.longRun();
            leave("Wait, then exit");
            assertFalse(run(run).state().ended(), "it works on");
            assertEquals(0, leaving.times(), "nothing closes yet");
            tell(() -> runs().stop(run));
            robot.until("the window to close", () -> leaving.times() == 1);
            assertTrue(run(run).state().ended());
        }
    }

    @Test
    void stoppingAndLeavingKeepsTheResult() {
        try (Leaving leaving = new Leaving()) {
            long run = journey.longRun();
            leave("Stop and keep, then exit");
            robot.until("the window to close", () -> leaving.times() == 1);
            assertEquals(RunState.STOPPED_KEPT, run(run).state());
            assertTrue(run(run).bestValue() > 0, "with a result");
        }
    }

    @Test
    void cancellingAndLeavingKeepsNoResult() {
        try (Leaving leaving = new Leaving()) {
            long run = journey.longRun();
            leave("Cancel, then exit");
            robot.until("the window to close", () -> leaving.times() == 1);
            assertEquals(RunState.CANCELLED, run(run).state());
        }
    }

    @Test
    void leavingAtOnceDoesNotWaitForTheRun() {
        try (Leaving leaving = new Leaving()) {
            long run = journey.longRun();
            leave("Checkpoint and exit");
            assertEquals(1, leaving.times());
            assertFalse(run(run).state().ended(), "it is checkpointed when the workspace closes");
        }
    }

    private void leave(String choice) {
        robot.within(() -> Journey.execute("org.eclipse.ui.file.exit"), () -> robot.press(robot.button(choice)));
    }

    /** Hears of each attempt to close, and keeps the workbench open for the other tests. */
    private static final class Leaving implements IWorkbenchListener, AutoCloseable {
        private final AtomicInteger times = new AtomicInteger();

        Leaving() {
            PlatformUI.getWorkbench().addWorkbenchListener(this);
        }

        int times() {
            return times.get();
        }

        @Override
        public boolean preShutdown(IWorkbench closing, boolean forced) {
            times.incrementAndGet();
            return false;
        }

        @Override
        public void postShutdown(IWorkbench closed) {
            // Never reached.
        }

        @Override
        public void close() {
            PlatformUI.getWorkbench().removeWorkbenchListener(this);
        }
    }

    @Test
    void whatTakesTooLongIsSkippedAndTheRestIsKeptWithTheReason() {
        String forest = "Random forest";
        long run = journey.begun(journey.sample("wa_churn"), Map.of("target", "churn", "folds", 2, "models", List.of("decision-tree", "gaussian-naive-bayes", "random-forest"),
                "randomForest", Map.of("trees", 5000)));
        ToolBar verbs = robot.control(ToolBar.class, "run.verbs");
        ToolItem skip = robot.await("something to skip", () -> Arrays.stream(verbs.getItems()).filter(item -> "run.skip".equals(item.getData("orrery.id"))).findFirst());
        robot.until("the forest among the parts", () -> PartOfRunTest.parts(Journey.runs().workspace().runs(), run).contains("random-forest"));
        PartOfRunTest.answer(robot, forest, 2, () -> robot.select(skip));
        robot.until("the run to end", () -> run(run).state().ended());
        assertEquals(RunState.COMPLETED_PARTIAL, run(run).state());
        assertTrue(run(run).units().skipped() > 0);
        journey.select("run.leaderboard");
        Table failures = robot.control(Table.class, "run.failures");
        assertTrue(Arrays.stream(failures.getItems()).anyMatch(item -> item.getText(0).contains(forest) && !item.getText(1).isEmpty()),
                () -> forest + " with its reason: " + Arrays.stream(failures.getItems()).map(item -> item.getText(0) + " " + item.getText(1)).toList());
        assertTrue(robot.control(Table.class, "run.leaderboard.table").getItemCount() > 2, "the others are there");
    }

    @Test
    void aResultOpenedTwiceIsOneEditorThatShowsTheSame() {
        long run = journey.look("iris");
        int rows = journey.leaderboardRows();
        Journey.open(run);
        Journey.open(run);
        robot.settle();
        assertEquals(1, Workbenches.runEditors());
        assertEquals(rows, journey.leaderboardRows());
        Workbenches.closeEditors();
        Journey.open(run);
        assertEquals(rows, journey.leaderboardRows());
    }

    @Test
    void finishPressedTwiceStartsOneRun() {
        int before = Journey.runs().runs().size();
        Workbenches.page().activate(Workbenches.page().findView("org.orrery.ui.views.runs"));
        Dataset iris = journey.sample("iris");
        robot.within(() -> Journey.execute("org.orrery.ui.commands.runAnalysis"), () -> {
            journey.choose(iris);
            robot.press(robot.button("Next >"));
            robot.until("an analysis to be chosen", () -> robot.control(Table.class, "wizard.analyses").getSelectionCount() == 1);
            robot.press(robot.button("Next >"));
            journey.chooseTarget(iris);
            robot.control(Text.class, "wizard.seed").setText("987654321");
            Button finish = robot.button("Finish");
            robot.until("the settings to be complete", finish::isEnabled);
            robot.select(finish);
            if (!finish.isDisposed()) {
                robot.select(finish);
            }
        });
        robot.until("the run to end", () -> Journey.runs().runs().size() > before && Journey.newest().state().ended());
        assertEquals(before + 1, Journey.runs().runs().size());
    }

    @Test
    void progressIsToldFromTheRunDownToWhatAModelIsDoing() {
        journey.longRun();
        Label state = robot.control(Label.class, "run.state");
        robot.until("units, what is left and how fast it goes", () -> state.getText().matches("Running +· +\\d+ of \\d+ units +· .*left.* units a minute.*"));
        Label detail = robot.control(Label.class, "run.detail");
        robot.until("a fold of a model", () -> detail.getText().contains("fold"));
        ToolBar verbs = robot.control(ToolBar.class, "run.verbs");
        assertEquals(List.of("run.verb.stop", "run.verb.cancel", "run.verb.pause", "run.skip"),
                Arrays.stream(verbs.getItems()).map(item -> String.valueOf(item.getData("orrery.id"))).toList());
        journey.select("run.metrics");
        Combo metric = robot.control(Combo.class, "run.metrics.metric");
        robot.until("what the process uses", () -> metric.indexOf("system.rssMiB") >= 0);
        metric.select(metric.indexOf("system.rssMiB"));
        robot.select(metric);
        assertEquals(List.of("process of the run"), robot.control(ChartView.class, "run.metrics.chart").chart().orElseThrow().series().stream().map(ChartSpec.Series::name).toList());
    }

    @Test
    void memoryIsToldAndCleanedUpOnRequest() {
        Label memory = robot.control(Label.class, "status.memory");
        robot.until("a figure", () -> memory.getText().matches("\\d+ of \\d+ MiB"));
        assertTrue(memory.getToolTipText().startsWith("Memory:"));
        Link clean = robot.control(Link.class, "status.clean");
        robot.select(clean);
        robot.until("the end of it", clean::isEnabled);
    }
}
