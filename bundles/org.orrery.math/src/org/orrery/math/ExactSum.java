package org.orrery.math;

/**
 * A sum of doubles that does not lose the small ones, by Neumaier's compensation: the error stays near one rounding
 * whatever the order and number of the terms. Not thread-safe.
 *
 * <p>A. Neumaier: Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen. ZAMM 54, 1974.
 */
public final class ExactSum {
    private double sum;
    private double lost;

    /** The compensated sum of these values. */
    public static double of(double... values) {
        ExactSum sum = new ExactSum();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value();
    }

    /** Adds a value. */
    public void add(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    /** The sum so far; as the plain sum says when a value was infinite or NaN. */
    public double value() {
        double compensated = sum + lost;
        return Double.isNaN(compensated) ? sum : compensated;
    }
}
