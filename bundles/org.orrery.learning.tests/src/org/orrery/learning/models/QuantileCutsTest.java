package org.orrery.learning.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class QuantileCutsTest {
    @Test
    void fewValuesAreCutInTheMiddleBetweenNeighbours() {
        assertArrayEquals(new double[] {1.5, 3}, QuantileCuts.of(new double[] {1, 1, 2, 2, 2, 4}, 4));
        assertArrayEquals(new double[0], QuantileCuts.of(new double[] {7, 7}, 4));
    }

    @Test
    void valuesThatDifferAreSharedOutEvenly() {
        double[] sorted = IntStream.range(0, 1003).asDoubleStream().toArray();
        double[] cuts = QuantileCuts.of(sorted, 16);
        assertEquals(15, cuts.length);
        int[] sizes = sizes(sorted, cuts);
        assertEquals(62, Arrays.stream(sizes).min().orElseThrow());
        assertEquals(63, Arrays.stream(sizes).max().orElseThrow());
    }

    @Test
    void aColumnThatIsMostlyZeroKeepsAllBins() {
        double[] sorted = new double[4000];
        for (int k = 3000; k < sorted.length; k++) {
            sorted[k] = k - 2999;
        }
        double[] cuts = QuantileCuts.of(sorted, 256);
        assertEquals(255, cuts.length);
        assertEquals(0.5, cuts[0]);
        int[] sizes = sizes(sorted, cuts);
        assertEquals(3000, sizes[0]);
        assertTrue(Arrays.stream(sizes).skip(1).max().orElseThrow() <= 4, Arrays.toString(sizes));
    }

    @Test
    void cutsAscendAndAreNeverTooMany() {
        Random random = new Random(20261121);
        for (int turn = 0; turn < 300; turn++) {
            int distinct = 2 + random.nextInt(400);
            double[] sorted = random.doubles(2000).map(u -> Math.floor(distinct * u * u * u)).sorted().toArray();
            int most = 2 + random.nextInt(64);
            double[] cuts = QuantileCuts.of(sorted, most);
            assertTrue(cuts.length < most, cuts.length + " cuts for " + most + " bins");
            for (int size : sizes(sorted, cuts)) {
                assertTrue(size > 0, "an empty bin in turn " + turn);
            }
        }
    }

    private static int[] sizes(double[] sorted, double[] cuts) {
        int[] sizes = new int[cuts.length + 1];
        for (double value : sorted) {
            sizes[(int) Arrays.stream(cuts).filter(cut -> value > cut).count()]++;
        }
        return sizes;
    }
}
