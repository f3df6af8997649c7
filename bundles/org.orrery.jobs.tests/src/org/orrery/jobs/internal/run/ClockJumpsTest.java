package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;

/** F17 of the fault matrix: the clock of the machine is set back or forward by a day, another zone holds, a summer ends. */
class ClockJumpsTest {
    private static final Duration DAY = Duration.ofDays(1);
    /** One second before the clocks of Berlin were set back from 3:00 to 2:00. */
    private static final Instant LAST_SUMMER_SECOND = Instant.parse("2025-10-26T00:59:59Z");
    @TempDir
    Path folder;
    private final Bench bench = new Bench();

    private void jump(Duration by) {
        InstantSource before = bench.clock;
        bench.clock = () -> before.instant().plus(by);
    }

    private static void inOrder(StoredRun run) {
        RunSummary summary = run.summary();
        List<Instant> instants = new ArrayList<>(List.of(summary.submitted()));
        summary.started().ifPresent(instants::add);
        summary.finished().ifPresent(instants::add);
        assertEquals(instants.stream().sorted().toList(), instants, "no duration is negative");
        List<Instant> points = run.metrics().stream().map(StoredRun.Metric::instant).toList();
        assertEquals(points.stream().sorted().toList(), points, "a curve does not go back in time");
    }

    @Test
    void aClockThatIsSetBackWhileARunIsAtWorkMakesNoTimeNegative() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            long run = workspace.runs().submit(Bench.request(1, "units", 6, "millis", 20.0));
            Bench.untilDone(workspace, run, 2);
            jump(DAY.negated());
            RunSummary end = Bench.finish(workspace, run);
            assertEquals(RunState.COMPLETED, end.state());
            assertFalse(end.finished().orElseThrow().isBefore(end.started().orElseThrow()));
            Duration took = Duration.between(end.started().orElseThrow(), end.finished().orElseThrow());
            assertTrue(took.toMillis() >= 100, "the time after the jump counts, too: " + took);
            inOrder(workspace.folders().open(run));
        }
    }

    @Test
    void anAttemptBeforeTheLastOneByTheClockEndsAfterIt() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            long run = workspace.runs().submit(Bench.request(1, "units", 40, "millis", 10.0));
            Bench.untilDone(workspace, run, 2);
            workspace.runs().interruptAll(Duration.ofSeconds(30));
        }
        jump(DAY.negated());
        try (Workspace workspace = bench.open(folder)) {
            workspace.runs().resume(1);
            RunSummary end = Bench.finish(workspace, 1);
            assertEquals(RunState.COMPLETED, end.state());
            assertEquals(end, workspace.folders().open(1).summary(), "what is shown live and what is stored is the same");
            inOrder(workspace.folders().open(1));
        }
    }

    @Test
    void runsAreListedInTheOrderOfTheirNumbersWhateverTheClockSays() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            for (Duration by : List.of(DAY, DAY.negated().multipliedBy(2), DAY)) {
                Bench.finish(workspace, workspace.runs().submit(Bench.request(1, "units", 1)));
                jump(by);
            }
            Bench.finish(workspace, workspace.runs().submit(Bench.request(1, "units", 1)));
            assertEquals(List.of(4L, 3L, 2L, 1L), workspace.folders().list().stream().map(RunSummary::id).toList());
        }
    }

    @Test
    void theTimeGivenToAGroupIsNotOverBecauseTheClockIsSetForward() throws Exception {
        try (Workspace workspace = bench.open(folder)) {
            long run = workspace.runs().submit(Bench.request(2, "units", 10, "millis", 10.0));
            workspace.runs().budget(run, "even", Duration.ofMinutes(10));
            Bench.untilDone(workspace, run, 1);
            jump(DAY);
            RunSummary end = Bench.finish(workspace, run);
            assertEquals(RunState.COMPLETED, end.state());
            inOrder(workspace.folders().open(run));
        }
    }

    @Test
    void anotherZoneAndTheEndOfSummerChangeNoTime() throws Exception {
        TimeZone before = TimeZone.getDefault();
        long start = System.nanoTime();
        bench.clock = () -> LAST_SUMMER_SECOND.plusNanos(System.nanoTime() - start);
        try (Workspace workspace = bench.open(folder)) {
            TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of("Europe/Berlin")));
            long run = workspace.runs().submit(Bench.request(1, "units", 110, "millis", 10.0));
            Bench.untilDone(workspace, run, 3);
            TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of("Pacific/Kiritimati")));
            RunSummary end = Bench.finish(workspace, run);
            Duration took = Duration.between(end.started().orElseThrow(), end.finished().orElseThrow());
            assertTrue(took.toMillis() >= 1_000 && took.toMinutes() < 30, "an hour more or less on the wall is none in the run: " + took);
            TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of("America/St_Johns")));
            assertEquals(end, workspace.folders().open(run).summary());
            inOrder(workspace.folders().open(run));
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
