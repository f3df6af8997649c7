package org.orrery.jobs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class CurveBookTest {
    private static StoredRun.Metric metric(long step, double value) {
        return new StoredRun.Metric("fit", "loss", step, Instant.ofEpochSecond(1_000).plusNanos(step * 1_000), value);
    }

    private static RunSeries heard(int from, int to) {
        return new RunSeries(1, IntStream.range(from, to).mapToObj(step -> metric(step, step)).toList(), List.of(), 0);
    }

    @Test
    void whatIsStoredAndWhatIsHeardMeetWithoutAGapAndWithoutATwin() {
        CurveBook book = new CurveBook();
        book.add(heard(3, 8));
        book.stored(List.of(new Curve("fit", "loss", 5, new long[] {0, 1, 2, 3, 4}, new double[] {0, 1, 2, 3, 4},
                new long[] {1_000_000_000, 1_000_000_001, 1_000_000_002, 1_000_000_003, 1_000_000_004})));
        book.add(heard(8, 10));
        Curve curve = book.curves().get(0);
        assertArrayEquals(new long[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, curve.steps());
        assertEquals(10, curve.points());
    }

    @Test
    void ofAMillionPointsTheExtremesAndTheLastStay() {
        CurveBook book = new CurveBook();
        for (int from = 0; from < 1_000_000; from += 10_000) {
            int begin = from;
            book.add(new RunSeries(1, IntStream.range(begin, begin + 10_000)
                    .mapToObj(step -> metric(step, step == 123_456 ? 1e9 : step == 777_777 ? -1e9 : step == 500_001 ? Double.NaN : Math.sin(step))).toList(),
                    List.of(), 0));
        }
        Curve curve = book.curves().get(0);
        assertTrue(curve.steps().length <= 8_192);
        assertEquals(1_000_000, curve.points());
        assertEquals(1e9, Arrays.stream(curve.values()).filter(Double::isFinite).max().orElseThrow());
        assertEquals(-1e9, Arrays.stream(curve.values()).filter(Double::isFinite).min().orElseThrow());
        assertEquals(999_999, curve.steps()[curve.steps().length - 1]);
        assertTrue(Arrays.stream(curve.values()).anyMatch(Double::isNaN), "what is no number stays seen");
    }
}
