package org.orrery.learning.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * A curve over thresholds, for falling thresholds.
 *
 * @param thresholds a row is predicted positive when its score is at least this; NaN for the point where no row is
 * @param x the horizontal positions
 * @param y the vertical positions
 */
public record Curve(double[] thresholds, double[] x, double[] y) {
    /**
     * The ROC curve: the share of other rows against the share of rows of the class that reach the threshold. Points on a straight
     * line between their neighbours are left out, which does not change the curve.
     */
    public static Curve roc(ScoreTally tally) {
        Points points = new Points(tally.groups() + 1);
        points.add(Double.NaN, 0, 0);
        long allPositives = tally.allPositives();
        long allNegatives = tally.allNegatives();
        long positives = 0;
        long negatives = 0;
        for (int i = 0; i < tally.groups(); i++) {
            positives += tally.positives()[i];
            negatives += tally.negatives()[i];
            boolean straight = i + 1 < tally.groups()
                    && tally.positives()[i] * tally.negatives()[i + 1] == tally.negatives()[i] * tally.positives()[i + 1];
            if (!straight) {
                points.add(tally.scores()[i], negatives / (double) allNegatives, positives / (double) allPositives);
            }
        }
        return points.curve();
    }

    /** The precision-recall curve: recall against precision. The point where nothing is predicted positive is left out. */
    public static Curve precisionRecall(ScoreTally tally) {
        Points points = new Points(tally.groups());
        long allPositives = tally.allPositives();
        long positives = 0;
        long negatives = 0;
        for (int i = 0; i < tally.groups(); i++) {
            positives += tally.positives()[i];
            negatives += tally.negatives()[i];
            points.add(tally.scores()[i], positives / (double) allPositives, positives / (double) (positives + negatives));
        }
        return points.curve();
    }

    /**
     * The mean of the ROC curves of several classes, each against the rest, at evenly spaced shares of other rows; between its
     * points a curve is straight. Thresholds are NaN: every class has its own.
     */
    public static Curve macroRoc(List<ScoreTally> classes, int steps) {
        double[] x = new double[steps + 2];
        double[] y = new double[steps + 2];
        double[] thresholds = new double[steps + 2];
        Arrays.fill(thresholds, Double.NaN);
        for (ScoreTally tally : classes) {
            Curve roc = roc(tally);
            int at = 0;
            for (int step = 0; step <= steps; step++) {
                double share = step / (double) steps;
                while (at + 1 < roc.x.length && roc.x[at + 1] <= share) {
                    at++;
                }
                double rise = at + 1 < roc.x.length ? (roc.y[at + 1] - roc.y[at]) / (roc.x[at + 1] - roc.x[at]) : 0;
                x[step + 1] = share;
                y[step + 1] += (roc.y[at] + rise * (share - roc.x[at])) / classes.size();
            }
        }
        return new Curve(thresholds, x, y);
    }

    private static final class Points {
        private final double[][] values;
        private int count;

        Points(int most) {
            values = new double[3][most];
        }

        void add(double threshold, double x, double y) {
            values[0][count] = threshold;
            values[1][count] = x;
            values[2][count] = y;
            count++;
        }

        Curve curve() {
            return new Curve(Arrays.copyOf(values[0], count), Arrays.copyOf(values[1], count), Arrays.copyOf(values[2], count));
        }
    }
}
