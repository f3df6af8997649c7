package org.orrery.jobs.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.retention.RetentionPlan.Reason;
import org.orrery.jobs.retention.RetentionPlan.Rule;
import org.orrery.jobs.retention.RetentionPlan.Spared;

class RetentionPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    /** Of a run, its number times 100 bytes. */
    private final List<Long> measured = new ArrayList<>();
    private final List<RunSummary> runs = List.of(run(6, RunState.RUNNING, 0), run(5, RunState.COMPLETED, 1), run(4, RunState.COMPLETED, 10, RunTags.ARCHIVED),
            run(3, RunState.COMPLETED, 20, "Baseline"), run(2, RunState.INTERRUPTED, 30), run(1, RunState.COMPLETED, 40));

    @TempDir
    Path folder;

    @Test
    void oldRunsGoButNotThoseWithATagOrThatCouldBeResumed() {
        RetentionPlan plan = plan(new RetentionPolicy(Duration.ofDays(5), 0, 0, false));
        assertEquals(List.of(1L, 4L), numbers(plan), "an archived one is not wanted for that");
        assertEquals(List.of(new Spared(runs.get(4), Rule.AGE, Reason.RESUMABLE), new Spared(runs.get(3), Rule.AGE, Reason.TAGGED)), plan.spared());
        assertEquals(500, plan.freed());
        assertEquals(List.of(1L, 4L), measured, "only those that go are measured");
        assertEquals(List.of(1L, 2L, 4L), numbers(plan(new RetentionPolicy(Duration.ofDays(5), 0, 0, true))));
        assertEquals(List.of(), numbers(plan(new RetentionPolicy(Duration.ofDays(40), 0, 0, true))), "not older than that");
    }

    @Test
    void theNewestAreKept() {
        assertEquals(List.of(1L), numbers(plan(new RetentionPolicy(Duration.ZERO, 2, 0, false))));
        RetentionPlan one = plan(new RetentionPolicy(Duration.ZERO, 1, 0, true));
        assertEquals(List.of(1L, 2L, 4L), numbers(one));
        assertEquals(List.of(Rule.COUNT, Rule.COUNT, Rule.COUNT), one.going().stream().map(RetentionPlan.Going::rule).toList());
        assertEquals(List.of(), numbers(plan(RetentionPolicy.KEEP_ALL)));
        assertFalse(RetentionPolicy.KEEP_ALL.any());
    }

    @Test
    void theOldestGoUntilTheFoldersFit() {
        RetentionPolicy policy = new RetentionPolicy(Duration.ZERO, 0, 1_650, false);
        RetentionPlan plan = plan(policy);
        assertEquals(2_100, plan.bytes());
        assertEquals(List.of(1L, 4L), numbers(plan));
        assertEquals(1_600, plan.after());
        assertTrue(plan.fits(policy));
        RetentionPolicy tight = new RetentionPolicy(Duration.ZERO, 0, 1_000, false);
        RetentionPlan most = plan(tight);
        assertEquals(List.of(1L, 4L, 5L), numbers(most));
        assertFalse(most.fits(tight), "what must be kept takes more");
        assertEquals(List.of(Reason.RESUMABLE, Reason.TAGGED, Reason.AT_WORK), most.spared().stream().map(Spared::reason).toList());
    }

    @Test
    void ageAndBytesTogetherCountARunOnce() {
        RetentionPlan plan = plan(new RetentionPolicy(Duration.ofDays(35), 0, 1_650, false));
        assertEquals(List.of(Rule.AGE, Rule.BYTES), plan.going().stream().map(RetentionPlan.Going::rule).toList());
        assertThrows(IllegalArgumentException.class, () -> new RetentionPolicy(Duration.ofDays(-1), 0, 0, false));
    }

    @Test
    void whatHasChangedMeanwhileIsLeftAlone() throws Exception {
        Bench bench = new Bench();
        try (Workspace workspace = bench.open(folder)) {
            for (int i = 0; i < 4; i++) {
                Bench.finish(workspace, workspace.runs().submit(Bench.request(1, "units", 1)));
            }
            RetentionPolicy policy = new RetentionPolicy(Duration.ZERO, 1, 0, false);
            RetentionPlan plan = RetentionPlan.of(policy, workspace.folders().list(), run -> workspace.folders().bytes(run.id()), Instant.now());
            assertEquals(List.of(1L, 2L, 3L), numbers(plan));
            assertTrue(plan.freed() > 1_000, plan::toString);
            assertEquals(size(folder.resolve("runs/1")), plan.going().get(0).bytes());
            workspace.runs().tag(2, List.of("mine"));
            List<RetentionPlan.Going> gone = plan.carryOut(workspace.runs(), workspace.folders());
            assertEquals(List.of(1L, 3L), gone.stream().map(each -> each.run().id()).toList());
            assertEquals(List.of(4L, 2L), workspace.folders().list().stream().map(RunSummary::id).toList());
            assertEquals(0, workspace.folders().bytes(1));
            assertEquals(Optional.empty(), workspace.folders().open(4).verdict());
        }
    }

    private static long size(Path folder) throws Exception {
        try (var tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private RetentionPlan plan(RetentionPolicy policy) {
        measured.clear();
        return RetentionPlan.of(policy, runs, run -> {
            measured.add(run.id());
            return run.id() * 100;
        }, NOW);
    }

    private static List<Long> numbers(RetentionPlan plan) {
        return plan.going().stream().map(each -> each.run().id()).toList();
    }

    private static RunSummary run(long id, RunState state, int daysAgo, String... tags) {
        Instant end = NOW.minus(Duration.ofDays(daysAgo));
        return new RunSummary(id, "a", "Run " + id, state, end, Optional.of(end), state.ended() ? Optional.of(end) : Optional.empty(), "", "", Double.NaN,
                new UnitCounts(1, 1, 0, 0, 0), state.resumable(), List.of(tags));
    }
}
