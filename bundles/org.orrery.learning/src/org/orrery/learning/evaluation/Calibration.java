package org.orrery.learning.evaluation;

import java.util.List;

/**
 * Probabilities of one class against what happened, in bins of equal width from 0 to 1; a bin holds its lower end, the last one
 * both. Exact, whatever the number of rows.
 *
 * @param counts the rows in each bin
 * @param positives the rows of the class in each bin
 * @param sums the sum of the probabilities in each bin
 */
public record Calibration(long[] counts, long[] positives, double[] sums) {
    /** How many bins there are. */
    public static final int BINS = 10;

    /** Bins probabilities between 0 and 1. */
    public static Calibration of(double[] probabilities, boolean[] positive) {
        long[] counts = new long[BINS];
        long[] positives = new long[BINS];
        double[] sums = new double[BINS];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
            counts[bin]++;
            positives[bin] += positive[i] ? 1 : 0;
            sums[bin] += probabilities[i];
        }
        return new Calibration(counts, positives, sums);
    }

    /** The sum of several. */
    public static Calibration merge(List<Calibration> parts) {
        Calibration merged = new Calibration(new long[BINS], new long[BINS], new double[BINS]);
        for (Calibration part : parts) {
            for (int bin = 0; bin < BINS; bin++) {
                merged.counts[bin] += part.counts[bin];
                merged.positives[bin] += part.positives[bin];
                merged.sums[bin] += part.sums[bin];
            }
        }
        return merged;
    }

    /** The mean probability in that bin; NaN when it is empty. */
    public double predicted(int bin) {
        return sums[bin] / counts[bin];
    }

    /** The share of rows of the class in that bin; NaN when it is empty. */
    public double observed(int bin) {
        return (double) positives[bin] / counts[bin];
    }
}
