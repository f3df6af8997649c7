package org.orrery.data;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Double precision numbers; a missing value is told apart from a NaN that stood in the data. Decimal fractions may be held as
 * whole numbers over a power of ten: a number below 2<sup>53</sup> divided by an exact power is rounded once, so that the
 * value is bit for bit that of the decimal text.
 */
public final class DoubleVector implements ColumnVector {
    private static final int MOST_PLACES = 22;

    private final double[] values;
    private final LongVector unscaled;
    private final double power;
    private final BitSet absent;
    private final int missing;

    private DoubleVector(double[] values, BitSet absent) {
        this.values = values;
        this.unscaled = null;
        this.power = 1;
        this.missing = absent.cardinality();
        this.absent = missing == 0 ? null : absent;
    }

    private DoubleVector(LongVector unscaled, double power) {
        this.values = null;
        this.unscaled = unscaled;
        this.power = power;
        this.missing = unscaled.missing();
        this.absent = unscaled.absent();
    }

    /** A vector of the first {@code rows} of these values; {@code absent} holds the rows without a value. */
    public static DoubleVector of(double[] values, int rows, BitSet absent) {
        return new DoubleVector(Arrays.copyOf(values, rows), absent.get(0, rows));
    }

    /** A vector of these values, none of them missing. */
    public static DoubleVector of(double... values) {
        return of(values, values.length, new BitSet());
    }

    /** As {@link #of(double[], int, BitSet)} with all values, where the array and the set become the vector's own. */
    public static DoubleVector ofOwned(double[] values, BitSet absent) {
        return new DoubleVector(values, absent);
    }

    /**
     * A vector of whole numbers over ten to the power of {@code places}.
     *
     * @param unscaled all below 2<sup>53</sup> in size
     * @param places from 0 to 22
     */
    public static DoubleVector ofFractions(LongVector unscaled, int places) {
        if (places < 0 || places > MOST_PLACES) {
            throw new IllegalArgumentException(places + " decimal places");
        }
        double power = 1;
        for (int i = 0; i < places; i++) {
            // Exact up to 10^22.
            power *= 10;
        }
        return new DoubleVector(unscaled, power);
    }

    /** The value of that row. */
    public double get(int row) {
        return values != null ? values[row] : unscaled.get(row) / power;
    }

    @Override
    public int rows() {
        return values != null ? values.length : unscaled.rows();
    }

    @Override
    public boolean isMissing(int row) {
        return absent != null && absent.get(row);
    }

    @Override
    public int missing() {
        return missing;
    }

    @Override
    public double asDouble(int row) {
        return isMissing(row) ? Double.NaN : get(row);
    }
}
