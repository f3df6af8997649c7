package org.orrery.analysis.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class DecimationTest {
    @Test
    void everyColumnKeepsItsFirstLowestHighestAndLastPoint() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            int points = random.nextInt(1, 3_000);
            int columns = random.nextInt(1, 100);
            double[] x = random.doubles(points).sorted().toArray();
            double[] y = random.doubles(points, -1, 1).toArray();
            int[] kept = Decimation.line(x, y, value -> value * columns);
            assertTrue(kept.length <= 4 * columns, kept.length + " of " + points);
            for (int column = 0; column < columns; column++) {
                int current = column;
                int[] all = IntStream.range(0, points).filter(i -> (int) (x[i] * columns) == current).toArray();
                int[] left = Arrays.stream(kept).filter(i -> (int) (x[i] * columns) == current).toArray();
                assertArrayEquals(extremes(all, y), extremes(left, y));
            }
        }
    }

    private static double[] extremes(int[] indices, double[] y) {
        if (indices.length == 0) {
            return new double[0];
        }
        return new double[] {indices[0], indices[indices.length - 1], Arrays.stream(indices).mapToDouble(i -> y[i]).min().orElseThrow(),
                Arrays.stream(indices).mapToDouble(i -> y[i]).max().orElseThrow()};
    }

    @Test
    void aGapStaysAGap() {
        double[] x = {0, 0.1, 0.2, 0.3, 0.4, 0.5};
        double[] y = {1, 2, Double.NaN, Double.NaN, 3, 4};
        assertArrayEquals(new int[] {0, 1, 2, 4, 5}, Decimation.line(x, y, value -> value));
    }

    @Test
    void aLineThatGoesBackIsNotSorted() {
        double[] x = {0, 5, 0, 5};
        double[] y = {0, 1, 2, 3};
        assertArrayEquals(new int[] {0, 1, 2, 3}, Decimation.line(x, y, value -> value));
    }

    @Test
    void pointsInOnePixelAreDrawnOnce() {
        double[] x = {0.1, 0.2, 1.1, -0.5, Double.NaN, 0.3};
        double[] y = {0.1, 0.2, 0.1, 0.1, 0.1, -0.1};
        assertArrayEquals(new int[] {0, 2, 3, 5}, Decimation.points(x, y, value -> value, value -> value));
        assertEquals(0, Decimation.points(new double[0], new double[0], value -> value, value -> value).length);
    }
}
