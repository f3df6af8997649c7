package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;

/** Part of F9 of the fault matrix: memory ends not in a unit, but while its end is being told. */
class MemoryEndsTest {
    @TempDir
    Path folder;
    private final Bench bench = new Bench();

    /** There is no memory, a few times, where a unit asks for the time to write down how it ended. */
    private AtomicInteger memoryEnds(int times) {
        InstantSource clock = bench.clock;
        AtomicInteger left = new AtomicInteger(times);
        bench.clock = () -> {
            if (UnitPool.isUnit(Thread.currentThread()) && left.getAndDecrement() > 0) {
                throw new OutOfMemoryError("Made for this test");
            }
            return clock.instant();
        };
        return left;
    }

    @Test
    void aUnitThatFailsWithoutMemoryForItsLastWordsIsStillTold() throws Exception {
        AtomicInteger left = memoryEnds(3);
        try (Workspace workspace = bench.open(folder)) {
            RunSummary end = Bench.finish(workspace, workspace.runs().submit(Bench.request(1, "units", 6, "failing", List.of("r0/u3"))));
            assertEquals(RunState.COMPLETED_PARTIAL, end.state());
            assertEquals(6, end.units().done() + end.units().failed(), "each unit was told: " + end);
            assertTrue(end.units().failed() >= 1);
            assertTrue(left.get() <= 0, "memory ended as often as it should");
        }
    }
}
