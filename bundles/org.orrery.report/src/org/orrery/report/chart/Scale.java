package org.orrery.report.chart;

/**
 * From the values of an axis to pixels.
 *
 * @param low the value at {@code from}; positive when logarithmic
 * @param high the value at {@code to}, larger than {@code low}
 */
record Scale(double low, double high, boolean logarithmic, double from, double to) {
    /** The position of that value; NaN for a value that has none. */
    double at(double value) {
        if (!Double.isFinite(value) || logarithmic && value <= 0) {
            return Double.NaN;
        }
        double share = logarithmic
                ? (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
                // Halved, so that a range of all doubles does not overflow.
                : (value / 2 - low / 2) / (high / 2 - low / 2);
        return from + share * (to - from);
    }
}
