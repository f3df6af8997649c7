package org.orrery.learning.models;

/**
 * The values of a column that has one or two, as those of levels have: such columns need no table to find ranks.
 *
 * @param low the lesser one
 * @param high the larger one; the same when there is but one
 */
record TwoValues(double low, double high) {
    /** Null when there are more. No value is NaN. */
    static TwoValues of(double[] column, int rows) {
        double first = rows == 0 ? 0 : column[0];
        double other = first;
        for (int i = 1; i < rows; i++) {
            double value = column[i];
            if (value != first && value != other) {
                if (other != first) {
                    return null;
                }
                other = value;
            }
        }
        // Adding 0 makes a negative zero the zero it equals.
        return new TwoValues(Math.min(first, other) + 0.0, Math.max(first, other) + 0.0);
    }

    /** The values in ascending order. */
    double[] values() {
        return low == high ? new double[] {low} : new double[] {low, high};
    }

    /** 0 for the lesser value, 1 for the larger. */
    byte[] ranks(double[] column, int rows) {
        byte[] ranks = new byte[rows];
        for (int i = 0; i < rows; i++) {
            ranks[i] = (byte) (column[i] == low ? 0 : 1);
        }
        return ranks;
    }
}
