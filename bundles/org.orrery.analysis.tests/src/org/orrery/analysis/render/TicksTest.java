package org.orrery.analysis.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.render.Ticks.Tick;

class TicksTest {
    @Test
    void theUnitIntervalIsDividedInFifths() {
        assertEquals(List.of("0", "0.2", "0.4", "0.6", "0.8", "1.0"), labels(Ticks.linear(0, 1, 6)));
    }

    @Test
    void aRangeAroundZeroHasAMinusSignAndAPlainZero() {
        assertEquals(List.of("−10", "−5", "0", "5", "10"), labels(Ticks.linear(-10, 10, 5)));
    }

    @Test
    void quartersAreUsedWhereTheyFitBetter() {
        assertEquals(List.of("0", "25", "50", "75", "100"), labels(Ticks.linear(0, 100, 5)));
    }

    @Test
    void decadesAreMarkedOnALogarithmicAxis() {
        assertEquals(List.of("0.01", "0.1", "1", "10", "100"), labels(Ticks.logarithmic(0.01, 100, 6)));
        assertEquals(List.of("1e6", "1e7", "1e8"), labels(Ticks.logarithmic(1e6, 1e8, 4)));
    }

    @Test
    void anyRangeGetsAFewDifferentMarksWithinItThatSayWhatTheyStandFor() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double size = Math.pow(10, random.nextDouble(-12, 12));
            double low = (random.nextDouble() - 0.5) * size;
            double high = low + random.nextDouble(0.01, 2) * size;
            int most = random.nextInt(3, 12);
            List<Tick> ticks = Ticks.linear(low, high, most);
            String where = low + " to " + high + " in " + most + ": " + ticks;
            assertTrue(!ticks.isEmpty() && ticks.size() <= most, where);
            assertEquals(ticks.size(), new HashSet<>(labels(ticks)).size(), where);
            double step = Ticks.step(low, high, most - 1);
            for (Tick tick : ticks) {
                assertTrue(tick.value() >= low - step * 1e-6 && tick.value() <= high + step * 1e-6, where);
                assertEquals(tick.value(), Double.parseDouble(tick.label().replace('−', '-')), step * 1e-6, where);
            }
        }
    }

    @Test
    void theStepIsOneTwoTwoAndAHalfOrFiveTimesAPowerOfTen() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 5_000; i++) {
            double range = Math.pow(10, random.nextDouble(-20, 20));
            double step = Ticks.step(0, range, 5);
            double digits = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
            assertTrue(List.of(1d, 2d, 2.5, 5d, 10d).stream().anyMatch(nice -> Math.abs(nice - digits) < 1e-6), "step " + step);
            assertTrue(step * 5 >= range * (1 - 1e-6), "step " + step + " for " + range);
        }
    }

    @Test
    void aRangeOfAllDoublesDoesNotOverflow() {
        List<Tick> ticks = Ticks.linear(-Double.MAX_VALUE, Double.MAX_VALUE, 6);
        assertTrue(ticks.size() >= 2 && ticks.stream().allMatch(tick -> Double.isFinite(tick.value())), ticks.toString());
    }

    private static List<String> labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }
}
