package org.orrery.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.Estimate;
import org.orrery.jobs.SampleAdvice.Degree;

/** The thresholds of 100,000 and 200,000 rows, as advice, and the rule for memory. */
class SampleAdviceTest {
    private static final long MIB = 1 << 20;

    /** A run that takes 2 ms and 4 KiB a row. */
    private static Estimate costly(long rows) {
        return new Estimate(rows * 4096, rows * 0.002);
    }

    private static Optional<Degree> degree(long rows, long room) {
        return SampleAdvice.rule(rows, room, SampleAdviceTest::costly).map(SampleAdvice::degree);
    }

    @Test
    void adviceBeginsBeyondAHundredThousandRowsAndIsStrongBeyondTwo() {
        assertEquals(Optional.empty(), degree(100_000, -1));
        assertEquals(Optional.of(Degree.ADVISED), degree(100_001, -1));
        assertEquals(Optional.of(Degree.ADVISED), degree(200_000, -1));
        assertEquals(Optional.of(Degree.STRONGLY_ADVISED), degree(200_001, -1));
        SampleAdvice advice = SampleAdvice.rule(150_000, -1, SampleAdviceTest::costly).orElseThrow();
        assertEquals(50_000, advice.rows());
        assertEquals("150000 rows are expected to take about 5 min on one thread; a sample of 50000 rows takes about 2 min and usually tells nearly "
                + "as much.", advice.message());
    }

    @Test
    void whatIsDoneWithinAMinuteNeedsNoSample() {
        assertEquals(Optional.empty(), SampleAdvice.rule(1_000_000, -1, rows -> new Estimate(0, rows * 6e-5)));
        assertTrue(SampleAdvice.rule(1_000_000, -1, rows -> new Estimate(0, rows * 6.1e-5)).isPresent());
        assertTrue(SampleAdvice.rule(150_000, -1, rows -> Estimate.UNKNOWN).isPresent(), "nobody knows how long it takes");
    }

    @Test
    void whatDoesNotFitIntoMemoryNeedsASampleThatFits() {
        // 80,000 rows need 312.5 MiB: they fit when these are at most four fifths of what is free.
        assertEquals(Optional.empty(), degree(80_000, 391 * MIB));
        assertEquals(Optional.of(Degree.NEEDED), degree(80_000, 390 * MIB));
        assertEquals(50_000, SampleAdvice.rule(80_000, 390 * MIB, SampleAdviceTest::costly).orElseThrow().rows());
        assertEquals(10_000, SampleAdvice.rule(80_000, 50 * MIB, SampleAdviceTest::costly).orElseThrow().rows());
        SampleAdvice hopeless = SampleAdvice.rule(80_000, 2 * MIB, SampleAdviceTest::costly).orElseThrow();
        assertEquals(1_000, hopeless.rows());
        assertTrue(hopeless.message().contains("even a sample of 1000 rows needs about 4 MiB"), hopeless.message());
        assertEquals(Optional.empty(), degree(900, 1), "nothing smaller is left to advise");
    }

    @Test
    void theRoomOfARunIsThatOfItsOwnProcessOrWhatIsFreeHere() {
        RunRequest here = new RunRequest("a", "", Map.of(), Map.of(), 1, 1, RunRequest.Isolation.AS_NEEDED);
        assertEquals(Runtime.getRuntime().maxMemory() - 7 * MIB, SampleAdvice.room(here, 7 * MIB));
        RunRequest alone = new RunRequest("a", "", Map.of(), Map.of(), 1, 1, new RunRequest.Isolation(true, 300));
        assertEquals(300 * MIB, SampleAdvice.room(alone, 7 * MIB));
    }

    @Test
    void theSampleIsPutIntoTheSettingsAndTakenOutAgain() {
        Map<String, Object> before = Map.of("target", "y", "sample", Map.of("method", "random"));
        Map<String, Object> with = SampleAdvice.with(before, Optional.of(50_000L));
        assertEquals(Map.of("method", "random", "rows", 50_000L), with.get("sample"));
        assertEquals("y", with.get("target"));
        RunRequest all = SampleAdvice.onAllRows(new RunRequest("classification", "run", Map.of(), with, 7, 0));
        assertTrue(all.settings().get("sample") instanceof Map<?, ?> sample && sample.get("rows") == null && sample.get("method").equals("random"));
        assertEquals(7, all.seed());
    }
}
