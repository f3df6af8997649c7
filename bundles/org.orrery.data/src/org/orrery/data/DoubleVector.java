package org.orrery.data;

import java.util.Arrays;
import java.util.BitSet;

/** Double precision numbers; a missing value is told apart from a NaN that stood in the data. */
public final class DoubleVector implements ColumnVector {
    private final double[] values;
    private final BitSet absent;
    private final int missing;

    private DoubleVector(double[] values, BitSet absent) {
        this.values = values;
        this.absent = absent;
        this.missing = absent.cardinality();
    }

    /** A vector of the first {@code rows} of these values; {@code absent} holds the rows without a value. */
    public static DoubleVector of(double[] values, int rows, BitSet absent) {
        return new DoubleVector(Arrays.copyOf(values, rows), (BitSet) absent.clone());
    }

    /** A vector of these values, none of them missing. */
    public static DoubleVector of(double... values) {
        return of(values, values.length, new BitSet());
    }

    /** The value of that row. */
    public double get(int row) {
        return values[row];
    }

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return absent.get(row);
    }

    @Override
    public int missing() {
        return missing;
    }

    @Override
    public double asDouble(int row) {
        return absent.get(row) ? Double.NaN : values[row];
    }
}
