package org.orrery.learning.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * Probabilities of one class against what happened, in bins of equal width from 0 to 1; a bin holds its lower end, the last one
 * both. Exact, whatever the number of rows.
 *
 * @param counts the rows in each bin
 * @param positives the rows of the class in each bin
 * @param sums the sum of the probabilities in each bin
 * @param squares the sum of the squared errors of the probabilities in each bin
 */
public record Calibration(long[] counts, long[] positives, double[] sums, double[] squares) {
    /** How many bins there are. */
    public static final int BINS = 10;

    /** Bins probabilities between 0 and 1. */
    public static Calibration of(double[] probabilities, boolean[] positive) {
        long[] counts = new long[BINS];
        long[] positives = new long[BINS];
        double[] sums = new double[BINS];
        double[] squares = new double[BINS];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
            counts[bin]++;
            positives[bin] += positive[i] ? 1 : 0;
            sums[bin] += probabilities[i];
            double error = probabilities[i] - (positive[i] ? 1 : 0);
            squares[bin] += error * error;
        }
        return new Calibration(counts, positives, sums, squares);
    }

    /** The sum of several. */
    public static Calibration merge(List<Calibration> parts) {
        Calibration merged = new Calibration(new long[BINS], new long[BINS], new double[BINS], new double[BINS]);
        for (Calibration part : parts) {
            for (int bin = 0; bin < BINS; bin++) {
                merged.counts[bin] += part.counts[bin];
                merged.positives[bin] += part.positives[bin];
                merged.sums[bin] += part.sums[bin];
                merged.squares[bin] += part.squares[bin];
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

    /** All rows. */
    public long rows() {
        return Arrays.stream(counts).sum();
    }

    /** The expected calibration error: the mean distance of predicted and observed share, weighted by the rows of the bins. */
    public double expectedError() {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(sums[bin] - positives[bin]);
        }
        return sum / rows();
    }

    /** The largest distance of predicted and observed share over the bins with rows. */
    public double largestError() {
        double largest = 0;
        for (int bin = 0; bin < BINS; bin++) {
            largest = counts[bin] == 0 ? largest : Math.max(largest, Math.abs(predicted(bin) - observed(bin)));
        }
        return largest;
    }

    /** The mean squared error of the probability of the class. */
    public double brier() {
        return Arrays.stream(squares).sum() / rows();
    }

    /**
     * How far the predicted shares of bins are from the observed ones, squared: 0 is best. With {@link #resolution} and
     * {@link #uncertainty} A. H. Murphy's partition of the Brier score (Journal of Applied Meteorology 12, 1973): brier =
     * reliability − resolution + uncertainty + {@link #withinBins}.
     */
    public double reliability() {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double distance = counts[bin] == 0 ? 0 : predicted(bin) - observed(bin);
            sum += counts[bin] * distance * distance;
        }
        return sum / rows();
    }

    /** How far the observed shares of bins are from the share in all rows, squared: the more the better. */
    public double resolution() {
        double share = (double) Arrays.stream(positives).sum() / rows();
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double distance = counts[bin] == 0 ? 0 : observed(bin) - share;
            sum += counts[bin] * distance * distance;
        }
        return sum / rows();
    }

    /** The Brier score of always predicting the share in all rows. */
    public double uncertainty() {
        double share = (double) Arrays.stream(positives).sum() / rows();
        return share * (1 - share);
    }

    /**
     * What is left of the Brier score because probabilities differ within a bin: their variance less twice their covariance with what
     * happened (D. B. Stephenson and others, Weather and Forecasting 23, 2008).
     */
    public double withinBins() {
        return brier() - reliability() + resolution() - uncertainty();
    }
}
