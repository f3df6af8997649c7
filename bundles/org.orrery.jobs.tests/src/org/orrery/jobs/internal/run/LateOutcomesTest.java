package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.internal.files.WriteSteps;

/** A unit that does not hear is left behind, and what it brings to an end all the same is neither counted unasked nor lost. */
class LateOutcomesTest extends InWorkspace {
    private static final Object[] DEAF = {"units", 3, "trouble", "late", "artifact", true, "rows", 5, "chain", true};
    /** Its second unit has written rows and a file before it is left behind. */
    private static final Object[] EARLY = {"units", 3, "trouble", "late-early", "artifact", true, "rows", 5, "chain", true};
    private static final long LIMIT = 30;

    LateOutcomesTest() {
        super(new Bench(WriteSteps.NONE, Duration.ofMillis(300)));
    }

    @Override
    void look(List<String> reports) {
        // Each test says what is reported.
    }

    /** The second unit of a cancelled run ends after it. */
    private long late() throws Exception {
        long run = leftBehind();
        CountDownLatch late = new CountDownLatch(1);
        workspace.runs().addListener(lateCounts(late));
        Bench.letLeave();
        assertTrue(late.await(LIMIT, TimeUnit.SECONDS), "listeners do not hear of it: " + bench.reports);
        return run;
    }

    /** Cancels a run whose second unit does not hear: that is at work when the run has ended. */
    private long leftBehind() throws Exception {
        return leftBehind(DEAF);
    }

    private long leftBehind(Object[] settings) throws Exception {
        CountDownLatch deaf = new CountDownLatch(1);
        workspace.runs().addListener(new RunListener() {
            @Override
            public void progress(RunProgress progress) {
                if (progress.units().stream().anyMatch(unit -> unit.what().equals("deaf"))) {
                    deaf.countDown();
                }
            }
        });
        long run = workspace.runs().submit(Bench.request(1, settings));
        assertTrue(deaf.await(LIMIT, TimeUnit.SECONDS));
        workspace.runs().cancel(run);
        assertEquals(RunState.CANCELLED, Bench.finish(workspace, run).state());
        assertEquals(List.of(), stored(run).late());
        return run;
    }

    private boolean isLate(long run) {
        try {
            return !stored(run).late().isEmpty();
        } catch (RunException e) {
            throw new IllegalStateException(e);
        }
    }

    private StoredRun stored(long run) throws RunException {
        return workspace.folders().open(run);
    }

    @Test
    void whatAUnitLeavesAfterItsRunIsKeptApartAndAResumedRunTakesItIn() throws Exception {
        long run = late();
        StoredRun left = stored(run);
        assertEquals("r0/u1", left.late().get(0).unit());
        assertTrue(left.late().get(0).seconds() >= 0.3, left.late().toString());
        assertEquals(1, left.summary().units().done(), "it does not count unasked");
        assertEquals(1, left.artifacts().size());
        assertTrue(Bench.document(workspace.folders(), run).contains("\"late\": ["));
        assertTrue(bench.reports.stream().anyMatch(report -> report.contains("Unit r0/u1 of run 1 has ended after its run")), bench.reports.toString());
        workspace.runs().resume(run);
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(RunState.COMPLETED, end.state());
        assertEquals(2, end.units().restored());
        assertEquals(3, end.units().done());
        assertEquals(List.of(), stored(run).late());
        assertTrue(stored(run).log().stream().anyMatch(line -> line.unit().equals("r0/u1") && line.message().contains("counts now")));
        assertFalse(Files.exists(stored(run).folder().resolve("late")));
        Bench.letLeave();
        long straight = workspace.runs().submit(Bench.request(1, DEAF));
        Bench.finish(workspace, straight);
        assertEquals(comparable(straight), comparable(run), "rows, files and states of the late unit too");
    }

    private String comparable(long run) throws Exception {
        return Bench.comparable(workspace.folders(), run);
    }

    /** The unit has written rows before it was left behind, and a file: a label must not sweep them away as what nobody wants. */
    @Test
    void aRunThatIsTaggedAndNotedWhileItsUnitStillGoesLosesNothingOfIt() throws Exception {
        long run = leftBehind(EARLY);
        workspace.runs().tag(run, List.of("keep"));
        workspace.runs().note(run, "its second unit still goes");
        CountDownLatch late = new CountDownLatch(1);
        workspace.runs().addListener(lateCounts(late));
        Bench.letLeave();
        assertTrue(late.await(LIMIT, TimeUnit.SECONDS), () -> "what it left is lost: " + bench.reports);
        workspace.runs().resume(run);
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(2, end.units().restored());
        assertEquals(List.of("keep"), end.tags());
        assertEquals("its second unit still goes", end.note());
        Bench.letLeave();
        long straight = workspace.runs().submit(Bench.request(1, EARLY));
        Bench.finish(workspace, straight);
        assertEquals(comparable(straight), comparable(run));
    }

    private RunListener lateCounts(CountDownLatch late) {
        return new RunListener() {
            @Override
            public void changed(RunSummary summary) {
                if (summary.state() == RunState.CANCELLED && isLate(summary.id())) {
                    late.countDown();
                }
            }
        };
    }

    @Test
    void whatIsThrownAwayIsDoneAgain() throws Exception {
        long run = late();
        workspace.runs().dropLate(run);
        assertEquals(List.of(), stored(run).late());
        Bench.letLeave();
        workspace.runs().resume(run);
        RunSummary end = Bench.finish(workspace, run);
        assertEquals(RunState.COMPLETED, end.state());
        assertEquals(1, end.units().restored());
        workspace.runs().dropLate(run);
        long working = workspace.runs().submit(Bench.request(1, "millis", 30_000.0));
        assertEquals(RunException.Code.BAD_USAGE, assertThrows(RunException.class, () -> workspace.runs().dropLate(working)).code());
        assertEquals(RunException.Code.RUN_NOT_FOUND, assertThrows(RunException.class, () -> workspace.runs().dropLate(77)).code());
    }

    @Test
    void ofADeletedRunNothingComesBack() throws Exception {
        Set<Thread> others = Thread.getAllStackTraces().keySet();
        long run = leftBehind();
        workspace.runs().delete(run);
        Bench.letLeave();
        long next = workspace.runs().submit(Bench.request(1, "units", 1));
        Bench.finish(workspace, next);
        // Tests before this one have left threads of their own, of runs with the same number.
        until(() -> Thread.getAllStackTraces().keySet().stream().filter(thread -> !others.contains(thread))
                .noneMatch(thread -> thread.getName().startsWith("Orrery run " + run + " unit")));
        workspace.close();
        assertFalse(Files.exists(folder.resolve("runs/" + run)));
        workspace = bench.open(folder);
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it does not happen");
            synchronized (condition) {
                condition.wait(20);
            }
        }
    }

    @Test
    void whatIsDamagedIsToldAndDoneAgain() throws Exception {
        long run = late();
        try (Stream<Path> all = Files.list(stored(run).folder().resolve("late"))) {
            for (Path file : all.filter(each -> each.toString().endsWith(".ors")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        assertEquals(List.of(), stored(run).late());
        Bench.letLeave();
        workspace.runs().resume(run);
        assertEquals(1, Bench.finish(workspace, run).units().restored());
        assertTrue(stored(run).log().stream().anyMatch(line -> line.message().contains("is damaged; its unit is done again")));
    }
}
