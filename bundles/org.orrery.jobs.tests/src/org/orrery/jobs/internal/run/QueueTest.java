package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunQueue.Kind;
import org.orrery.jobs.RunQueue.Place;
import org.orrery.jobs.RunQueue.Priority;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.fixture.Child;

class QueueTest {
    private static final Object[] ENDLESS = {"units", 1, "millis", 1e9};
    @TempDir
    Path folder;
    private final Bench bench = new Bench();
    private Workspace workspace;
    private RunQueue queue;

    @BeforeEach
    void open() throws RunException {
        workspace = bench.open(folder);
        queue = workspace.runs().queue();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void reopen() throws RunException {
        workspace.close();
        open();
    }

    /** Takes both slots. */
    private List<Long> fill() throws RunException {
        return queue.submit(List.of(Bench.request(1, ENDLESS), Bench.request(1, ENDLESS)), Place.LAST);
    }

    private List<Long> three() throws RunException {
        return queue.submit(Collections.nCopies(3, Bench.request(1, "units", 1)), Place.LAST);
    }

    private List<Long> order() throws RunException {
        return queue.look().waiting().stream().map(RunQueue.Entry::run).toList();
    }

    private String why(long run) throws RunException {
        return queue.look().find(run).orElseThrow().why();
    }

    @Test
    void aRunThatWaitsHasNoFolderAndIsListedAllTheSame() throws Exception {
        fill();
        long run = three().get(0);
        assertFalse(Files.exists(folder.resolve("runs/" + run)));
        for (var folders : List.of(workspace.folders(), bench.read(folder))) {
            assertEquals(RunState.QUEUED, folders.open(run).summary().state());
            assertEquals(List.of(5L, 4L, 3L, 2L, 1L), folders.list().stream().map(RunSummary::id).toList());
            assertEquals(1L, folders.open(run).request().settings().get("units"));
            assertEquals(List.of(), folders.curves(run));
        }
        workspace.runs().tag(run, List.of("mine"));
        assertEquals(List.of("mine"), bench.read(folder).open(run).summary().tags());
        workspace.runs().cancel(run);
        assertEquals(RunState.CANCELLED, Bench.finish(workspace, run).state());
        assertEquals(RunState.CANCELLED, bench.read(folder).open(run).summary().state());
        assertEquals(List.of(4L, 5L), order());
        workspace.runs().delete(run);
        reopen();
        assertEquals(List.of(4L, 5L), order());
    }

    @Test
    void theOrderIsByPriorityAndThenAsTheyCameOrWereMoved() throws Exception {
        fill();
        List<Long> runs = three();
        long urgent = queue.submit(List.of(Bench.request(1, "units", 1)), new Place(Priority.HIGH, false, 0)).get(0);
        assertEquals(List.of(urgent, runs.get(0), runs.get(1), runs.get(2)), order());
        queue.move(runs.get(2), 1);
        assertEquals(List.of(urgent, runs.get(2), runs.get(0), runs.get(1)), order());
        queue.move(runs.get(1), 0);
        assertEquals(List.of(runs.get(1), urgent, runs.get(2), runs.get(0)), order(), "it takes the priority of that place");
        assertEquals(Priority.HIGH, queue.look().waiting().get(0).place().priority());
        queue.priority(urgent, Priority.LOW);
        queue.move(runs.get(2), 99);
        List<Long> last = List.of(runs.get(1), runs.get(0), urgent, runs.get(2));
        assertEquals(last, order());
        reopen();
        assertEquals(last, order(), "after a restart");
    }

    @Test
    void whatWaitedIsHeldAfterARestartUntilTheUserLetsItGo() throws Exception {
        List<Long> endless = fill();
        List<Long> runs = three();
        reopen();
        assertEquals(RunState.INTERRUPTED, workspace.folders().open(endless.get(0)).summary().state());
        assertEquals(runs, order());
        assertEquals(RunState.PAUSED, workspace.runs().await(runs.get(0), Duration.ZERO).state());
        assertTrue(why(runs.get(0)).startsWith("It has kept its place"), why(runs.get(0)));
        workspace.runs().resume(runs.get(1));
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, runs.get(1)).state());
        queue.proceed();
        for (long run : runs) {
            assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
        }
        assertEquals(6, workspace.runs().submit(Bench.request(1, "units", 1)), "numbers go on");
    }

    @Test
    void aResumedRunWaitsForItsTurnLikeAnyOtherAndOutlivesTheProcess() throws Exception {
        long run = workspace.runs().submit(Bench.request(1, "units", 400, "millis", 5.0));
        Bench.untilDone(workspace, run, 2);
        workspace.runs().cancel(run);
        Bench.finish(workspace, run);
        fill();
        workspace.runs().resume(run);
        assertEquals(List.of(run), order());
        reopen();
        assertEquals(List.of(run), order());
        workspace.runs().proceed(run);
        Bench.until(workspace, run, RunState.RUNNING);
        Bench.untilDone(workspace, run, workspace.runs().await(run, Duration.ZERO).units().done() + 2);
        assertTrue(workspace.runs().await(run, Duration.ZERO).units().restored() >= 2);
    }

    @Test
    void aRunComesAfterAnotherAndIsHeldWhenThatEndsWithoutAResult() throws Exception {
        long first = workspace.runs().submit(Bench.request(1, "units", 40, "millis", 5.0));
        long next = queue.submit(List.of(Bench.request(1, "units", 1)), new Place(Priority.NORMAL, false, first)).get(0);
        assertTrue(why(next).startsWith("It begins when run 1 has ended with a result."), why(next));
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, next).state());
        assertEquals(RunState.COMPLETED, workspace.folders().open(first).summary().state());
        long endless = workspace.runs().submit(Bench.request(1, ENDLESS));
        long held = queue.submit(List.of(Bench.request(1, "units", 1)), new Place(Priority.HIGH, false, endless)).get(0);
        workspace.runs().cancel(endless);
        Bench.until(workspace, held, RunState.PAUSED);
        assertTrue(why(held).contains("ended without a result"), why(held));
        assertEquals(RunException.Code.BAD_USAGE, assertThrows(RunException.class, () -> queue.after(held, endless)).code());
        workspace.runs().proceed(held);
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, held).state());
        assertEquals(RunException.Code.RUN_NOT_FOUND, assertThrows(RunException.class, () -> queue.after(99, first)).code());
        assertEquals(RunException.Code.BAD_USAGE, assertThrows(RunException.class, () -> queue.after(held, first)).code(), "it does not wait");
    }

    @Test
    void runsCannotWaitForEachOther() throws Exception {
        fill();
        List<Long> runs = three();
        queue.after(runs.get(0), runs.get(1));
        queue.after(runs.get(1), runs.get(2));
        assertThrows(RunException.class, () -> queue.after(runs.get(2), runs.get(0)));
        assertThrows(RunException.class, () -> queue.after(runs.get(0), runs.get(0)));
        queue.after(runs.get(0), 0);
        queue.after(runs.get(2), runs.get(0));
        reopen();
        assertEquals(runs.get(0), queue.look().find(runs.get(2)).orElseThrow().place().after(), "after a restart");
    }

    @Test
    void oneRunIsHeldInTheQueueAndTheOthersPassIt() throws Exception {
        List<Long> endless = fill();
        List<Long> runs = three();
        workspace.runs().pause(runs.get(0));
        assertEquals(RunState.PAUSED, workspace.runs().await(runs.get(0), Duration.ZERO).state());
        workspace.runs().cancel(endless.get(0));
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, runs.get(2)).state());
        assertEquals(List.of(runs.get(0)), order());
        assertTrue(why(runs.get(0)).startsWith("You hold it"), why(runs.get(0)));
        workspace.runs().stop(runs.get(0));
        assertEquals(RunState.CANCELLED, Bench.finish(workspace, runs.get(0)).state(), "there was nothing to keep");
    }

    @Test
    void aPausedQueueLetsNothingBeginAlsoAfterARestart() throws Exception {
        queue.pause();
        List<Long> runs = three();
        assertTrue(why(runs.get(0)).startsWith("The whole queue is paused."), why(runs.get(0)));
        reopen();
        assertTrue(queue.look().paused());
        long fourth = workspace.runs().submit(Bench.request(1, "units", 1));
        assertEquals(4, queue.look().waiting().size());
        queue.proceed();
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, fourth).state());
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, runs.get(2)).state());
    }

    @Test
    void eachKindHasItsOwnSlots() throws Exception {
        fill();
        bench.kind = Kind.EXTERNAL;
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, workspace.runs().submit(Bench.request(1, "units", 1))).state());
        queue.slots(Kind.EXTERNAL, 1);
        long busy = workspace.runs().submit(Bench.request(1, ENDLESS));
        long waits = workspace.runs().submit(Bench.request(1, "units", 1));
        Bench.until(workspace, busy, RunState.RUNNING);
        assertEquals(List.of(waits), order());
        queue.slots(Kind.EXTERNAL, 2);
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, waits).state());
        assertThrows(RunException.class, () -> queue.slots(Kind.COMPUTE, 0));
        reopen();
        assertEquals(2, queue.look().slots().get(Kind.EXTERNAL));
    }

    @Test
    void aRunThatNeedsTooMuchBesideAnotherWaitsForMemoryAndSaysSo() throws Exception {
        long busy = workspace.runs().submit(Bench.request(1, ENDLESS));
        long large = workspace.runs().submit(Bench.request(1, "units", 1, "trouble", "needs=1000000"));
        Bench.until(workspace, large, RunState.WAITING_RESOURCE);
        assertTrue(why(large).matches("It waits for memory: 1000001 MiB are expected to be needed and [0-9]+ MiB are free\\. It is expected to need.*"),
                why(large));
        long small = workspace.runs().submit(Bench.request(1, "units", 1, "trouble", "needs=1"));
        assertEquals(List.of(large, small), order(), "none of its kind overtakes it, or it might wait for ever");
        workspace.runs().cancel(busy);
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, large).state(), "alone it may try");
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, small).state());
    }

    @Test
    void tenThousandRunsWaitInFewThreadsAndKeepTheirOrder() throws Exception {
        fill();
        int idle = Thread.activeCount();
        List<RunRequest> requests = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            requests.add(Bench.request(1, "units", 1));
        }
        List<Long> runs = queue.submit(requests, Place.LAST);
        assertTrue(Thread.activeCount() - idle < 40, Thread.activeCount() + " threads");
        assertEquals(runs, order());
        reopen();
        assertEquals(runs, order());
        assertTrue(bench.reports.isEmpty(), bench.reports.toString());
    }

    @Test
    void theOrderOutlivesAKilledProcess() throws Exception {
        workspace.close();
        try (Child child = new Child("queue", folder.toString(), "50")) {
            assertEquals("queued 50", child.line());
            child.kill();
        }
        List<Long> expected = new ArrayList<>(List.of(52L));
        for (long run = 4; run < 52; run++) {
            expected.add(run);
        }
        expected.add(3L);
        open();
        assertEquals(expected, order());
        List<Long> begun = Collections.synchronizedList(new ArrayList<>());
        workspace.runs().addListener(new RunListener() {
            @Override
            public void changed(RunSummary run) {
                if (run.state() == RunState.COMPLETED) {
                    begun.add(run.id());
                }
            }
        });
        queue.slots(Kind.COMPUTE, 1);
        queue.proceed();
        for (long run : expected) {
            assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
        }
        reopen();
        assertEquals(expected, expected.stream().sorted((a, b) -> started(a).compareTo(started(b))).toList());
    }

    private Instant started(long run) {
        try {
            return workspace.folders().open(run).summary().started().orElseThrow();
        } catch (RunException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDamagedJournalOfTheQueueLosesNoMoreThanTheDamagedRecord() throws Exception {
        fill();
        queue.submit(Collections.nCopies(40, Bench.request(1, "units", 1)), Place.LAST);
        workspace.close();
        Path file = folder.resolve("runs/queue.orj");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
        open();
        assertEquals(39, order().size());
        assertTrue(bench.reports.get(0).contains("queue.orj is damaged"), bench.reports.toString());
        reopen();
        assertEquals(39, order().size());
    }

    @Test
    void anotherProcessSeesAndChangesTheQueue() throws Exception {
        fill();
        try (Connection other = new Bench().connect(folder)) {
            RunQueue remote = other.runs().queue();
            List<Long> runs = remote.submit(Collections.nCopies(1_200, Bench.request(1, "units", 1)), Place.LAST);
            assertEquals(1_200, runs.size());
            remote.move(runs.get(1_199), 0);
            remote.priority(runs.get(0), Priority.LOW);
            remote.after(runs.get(1), runs.get(1_199));
            remote.pause();
            remote.slots(Kind.IO, 5);
            assertEquals(withoutHeap(queue.look()), withoutHeap(remote.look()));
            assertTrue(remote.look().paused());
            assertEquals(runs.get(1_199), remote.look().waiting().get(0).run());
            assertEquals(5, queue.look().slots().get(Kind.IO));
            assertThrows(RunException.class, () -> remote.move(9_999, 0));
        }
    }

    /** The heap is another one after a collection between two looks. */
    private static RunQueue.Snapshot withoutHeap(RunQueue.Snapshot look) {
        return new RunQueue.Snapshot(look.paused(), look.slots(), look.atWork(), look.waiting(), 0);
    }
}
