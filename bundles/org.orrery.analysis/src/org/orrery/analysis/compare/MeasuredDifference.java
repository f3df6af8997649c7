package org.orrery.analysis.compare;

/**
 * One measure in two runs, each with the interval that holds its mean in 95 of 100 cases. NaN stands for what is not known.
 *
 * @param measure the name of the measure
 * @param firstModel what was measured in the first run
 * @param secondModel what was measured in the second run
 * @param first the value in the first run
 * @param second the value in the second run
 * @param difference the second minus the first; only where both were measured on the same divisions of the same rows
 * @param p how probable so large a difference is when there is none; of a test that does not pair where {@code difference} is not known
 */
public record MeasuredDifference(String measure, String firstModel, String secondModel, Interval first, Interval second, Interval difference, double p) {
    /**
     * A mean and how sure it is.
     *
     * @param mean the mean; NaN when it is not known
     * @param halfWidth half the width of its 95 % interval; NaN when it is not known
     */
    public record Interval(double mean, double halfWidth) {
        /** Nothing is known. */
        public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);
    }

    /** Whether the values could be paired. */
    public boolean paired() {
        return !Double.isNaN(difference.mean());
    }
}
