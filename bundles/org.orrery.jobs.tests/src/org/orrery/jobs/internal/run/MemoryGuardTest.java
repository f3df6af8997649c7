package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.MemoryMonitor.Level;
import org.orrery.jobs.MemoryMonitor.Reading;
import org.orrery.jobs.RunState;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;

class MemoryGuardTest {
    private static final long MAX = 1000L << 20;
    @TempDir
    Path folder;
    private final Bench bench = new Bench();
    private Workspace workspace;

    @AfterEach
    void close() {
        if (workspace != null) {
            workspace.close();
        }
    }

    private void full(int percent) {
        bench.heap = new HeapReading(MAX, MAX, MAX / 100 * percent, percent / 100.0);
    }

    private Reading reading(Level level) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (workspace.memory().reading().level() != level) {
            assertTrue(System.nanoTime() < end, workspace.memory().reading().toString());
            synchronized (this) {
                wait(20);
            }
        }
        return workspace.memory().reading();
    }

    @Test
    void theLevelsAreThoseOfTheHouse() {
        assertEquals(List.of(Level.CALM, Level.HIGH, Level.VERY_HIGH, Level.CRITICAL),
                List.of(MemoryGuard.level(0.699), MemoryGuard.level(0.7), MemoryGuard.level(0.8), MemoryGuard.level(0.9)));
    }

    @Test
    void fromEightyPercentOnTheUserIsAdvisedOnce() throws Exception {
        full(85);
        workspace = bench.open(folder);
        Reading reading = reading(Level.VERY_HIGH);
        assertTrue(reading.advice().contains("85 %") && reading.advice().contains("1000 MiB"), reading.advice());
        full(86);
        full(50);
        assertEquals("", reading(Level.CALM).advice());
        assertEquals(1, bench.reports.size(), bench.reports.toString());
    }

    @Test
    void fromNinetyPercentOnResultsLeaveMemoryAndComeBackWhenAskedFor() throws Exception {
        full(50);
        workspace = bench.open(folder);
        long run = workspace.runs().submit(Bench.request(1, "units", 3));
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
        var before = workspace.runs().result(run).orElseThrow();
        full(95);
        assertTrue(reading(Level.CRITICAL).cleaned().isPresent());
        assertEquals(before.figures(), workspace.runs().result(run).orElseThrow().figures(), "read from its folder");
    }

    @Test
    void theLargestOfSeveralRunsIsHeldAtItsNextUnitAndGoesOnWhenThereIsRoom() throws Exception {
        full(50);
        workspace = bench.open(folder);
        long small = workspace.runs().submit(Bench.request(1, "units", 1, "millis", 1e9));
        long large = workspace.runs().submit(Bench.request(1, "units", 100_000, "millis", 1.0, "rows", 200));
        Bench.untilDone(workspace, large, 20);
        Bench.until(workspace, small, RunState.RUNNING);
        full(95);
        Bench.until(workspace, large, RunState.PAUSED);
        assertEquals(RunState.RUNNING, workspace.runs().await(small, Duration.ZERO).state());
        assertTrue(reading(Level.CRITICAL).runs().stream().anyMatch(use -> use.run() == large && use.held()), workspace.memory().reading().toString());
        String why = workspace.runs().queue().look().find(large).orElseThrow().why();
        assertTrue(why.contains("memory"), why);
        full(60);
        Bench.until(workspace, large, RunState.RUNNING);
        full(95);
        Bench.until(workspace, large, RunState.PAUSED);
        workspace.runs().cancel(small);
        Bench.until(workspace, large, RunState.RUNNING);
        workspace.runs().cancel(large);
    }

    @Test
    void aRunThatTheUserLetsGoIsNotHeldAgain() throws Exception {
        full(95);
        workspace = bench.open(folder);
        long first = workspace.runs().submit(Bench.request(1, "units", 100_000, "millis", 1.0, "rows", 200));
        Bench.untilDone(workspace, first, 20);
        long second = workspace.runs().submit(Bench.request(1, "units", 1, "millis", 1e9));
        Bench.until(workspace, first, RunState.PAUSED);
        workspace.runs().proceed(first);
        Bench.until(workspace, first, RunState.RUNNING);
        // Two more looks at the memory.
        Instant then = workspace.memory().reading().at().plusSeconds(2);
        while (workspace.memory().reading().at().isBefore(then)) {
            assertEquals(RunState.RUNNING, workspace.runs().await(first, Duration.ofMillis(50)).state());
        }
        workspace.runs().cancel(first);
        workspace.runs().cancel(second);
    }

    @Test
    void whatRunsHaveNeededTellsWhatTheNextWillNeed() throws Exception {
        full(10);
        workspace = bench.open(folder);
        bench.growing = true;
        long run = workspace.runs().submit(Bench.request(1, "units", 3, "millis", 1500.0));
        assertEquals(RunState.COMPLETED, Bench.finish(workspace, run).state());
        workspace.runs().queue().pause();
        long next = workspace.runs().submit(Bench.request(1, "units", 3));
        double learned = workspace.runs().queue().look().find(next).orElseThrow().heapMiB();
        assertTrue(learned > 0, "it has grown by " + learned + " MiB");
        workspace.close();
        workspace = bench.open(folder);
        assertEquals(learned, workspace.runs().queue().look().find(next).orElseThrow().heapMiB(), "after a restart");
    }

    @Test
    void theRealHeapIsRead() {
        HeapReading now = HeapReading.now();
        assertTrue(now.live() > 0 && now.used() > 0 && now.max() >= now.live() && now.old() >= 0 && now.old() <= 1, now.toString());
    }
}
