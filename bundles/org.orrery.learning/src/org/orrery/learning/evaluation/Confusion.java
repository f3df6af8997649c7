package org.orrery.learning.evaluation;

import java.util.List;

/**
 * How often each class was predicted for each actual class.
 *
 * @param classes how many classes there are
 * @param counts actual class by actual class, the count of each predicted class; not changed after construction
 */
public record Confusion(int classes, long[] counts) {
    public Confusion {
        if (counts.length != classes * classes) {
            throw new IllegalArgumentException(counts.length + " counts for " + classes + " classes");
        }
    }

    /** Counts predictions. */
    public static Confusion of(int[] actual, int[] predicted, int classes) {
        long[] counts = new long[classes * classes];
        for (int i = 0; i < actual.length; i++) {
            counts[actual[i] * classes + predicted[i]]++;
        }
        return new Confusion(classes, counts);
    }

    /** The sum of several; at least one. */
    public static Confusion sum(List<Confusion> parts) {
        int classes = parts.get(0).classes();
        long[] counts = new long[classes * classes];
        for (Confusion part : parts) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += part.counts()[i];
            }
        }
        return new Confusion(classes, counts);
    }

    /** How often that class was predicted for rows of that actual class. */
    public long count(int actual, int predicted) {
        return counts[actual * classes + predicted];
    }

    /** All rows. */
    public long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /** The rows of that class. */
    public long actual(int label) {
        long sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += count(label, c);
        }
        return sum;
    }

    /** The predictions of that class. */
    public long predicted(int label) {
        long sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += count(c, label);
        }
        return sum;
    }

    /** The share of predictions of that class that are right; NaN when it was never predicted. */
    public double precision(int label) {
        return (double) count(label, label) / predicted(label);
    }

    /** The share of rows of that class that are predicted right; NaN when there are none. */
    public double recall(int label) {
        return (double) count(label, label) / actual(label);
    }

    /** The share of rows of other classes that are not predicted as this one; NaN when there are none. */
    public double specificity(int label) {
        long others = total() - actual(label);
        return (double) (others - predicted(label) + count(label, label)) / others;
    }

    /** The harmonic mean of precision and recall; NaN when the class has neither rows nor predictions. */
    public double f1(int label) {
        return 2.0 * count(label, label) / (actual(label) + predicted(label));
    }

    /** The share of all rows that are predicted right. */
    public double accuracy() {
        long right = 0;
        for (int c = 0; c < classes; c++) {
            right += count(c, c);
        }
        return (double) right / total();
    }

    /** The mean recall of the classes that have rows. */
    public double balancedAccuracy() {
        double sum = 0;
        int present = 0;
        for (int c = 0; c < classes; c++) {
            if (actual(c) > 0) {
                sum += recall(c);
                present++;
            }
        }
        return sum / present;
    }

    /** The mean of precision over classes, 0 where it is not defined. */
    public double precisionMacro() {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += orZero(precision(c));
        }
        return sum / classes;
    }

    /** The mean of recall over classes, 0 where it is not defined. */
    public double recallMacro() {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += orZero(recall(c));
        }
        return sum / classes;
    }

    /** The mean of F1 over classes, 0 where it is not defined. */
    public double f1Macro() {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += orZero(f1(c));
        }
        return sum / classes;
    }

    /** The mean of F1 over classes weighted by their rows. */
    public double f1Weighted() {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += orZero(f1(c)) * actual(c);
        }
        return sum / total();
    }

    /** The mean of precision over classes weighted by their rows, 0 where it is not defined. */
    public double precisionWeighted() {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += orZero(precision(c)) * actual(c);
        }
        return sum / total();
    }

    /** The mean of recall over classes weighted by their rows: with one class per row the same as accuracy. */
    public double recallWeighted() {
        return accuracy();
    }

    /**
     * Matthews' correlation coefficient for any number of classes (J. Gorodkin 2004); 0 when all rows or all predictions are
     * of one class.
     */
    public double mcc() {
        double total = total();
        double right = accuracy() * total;
        double both = 0;
        double predictions = 0;
        double actuals = 0;
        for (int c = 0; c < classes; c++) {
            both += (double) predicted(c) * actual(c);
            predictions += (double) predicted(c) * predicted(c);
            actuals += (double) actual(c) * actual(c);
        }
        double scale = (total * total - predictions) * (total * total - actuals);
        return scale == 0 ? 0 : (right * total - both) / Math.sqrt(scale);
    }

    /** Cohen's kappa; NaN when chance alone would always agree. */
    public double kappa() {
        double total = total();
        double chance = 0;
        for (int c = 0; c < classes; c++) {
            chance += predicted(c) / total * (actual(c) / total);
        }
        return (accuracy() - chance) / (1 - chance);
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
