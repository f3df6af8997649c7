package org.orrery.data;

import java.util.BitSet;

/**
 * Whole numbers in the narrowest array that holds them all: {@link ColumnType#INTEGER}, {@link ColumnType#BOOLEAN}
 * (0 and 1), {@link ColumnType#DATE} (days since 1970-01-01), {@link ColumnType#TIMESTAMP} and {@link ColumnType#DURATION}
 * (microseconds), {@link ColumnType#DECIMAL} (unscaled, with {@link #scale()}).
 */
public final class LongVector implements ColumnVector {
    private final Object values;
    private final int width;
    private final int rows;
    private final int scale;
    private final BitSet absent;
    private final int missing;

    private LongVector(Object values, int width, int rows, int scale, BitSet absent) {
        this.values = values;
        this.width = width;
        this.rows = rows;
        this.scale = scale;
        this.absent = absent;
        this.missing = absent.cardinality();
    }

    /**
     * A vector of the first {@code rows} of these values.
     *
     * @param absent the rows without a value
     * @param scale decimal places of an unscaled decimal, else 0
     */
    public static LongVector of(long[] values, int rows, BitSet absent, int scale) {
        BitSet mask = (BitSet) absent.clone();
        long low = 0;
        long high = 0;
        for (int i = 0; i < rows; i++) {
            if (!mask.get(i)) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
            }
        }
        if (low >= Byte.MIN_VALUE && high <= Byte.MAX_VALUE) {
            byte[] narrow = new byte[rows];
            for (int i = 0; i < rows; i++) {
                narrow[i] = mask.get(i) ? 0 : (byte) values[i];
            }
            return new LongVector(narrow, 1, rows, scale, mask);
        }
        if (low >= Short.MIN_VALUE && high <= Short.MAX_VALUE) {
            short[] narrow = new short[rows];
            for (int i = 0; i < rows; i++) {
                narrow[i] = mask.get(i) ? 0 : (short) values[i];
            }
            return new LongVector(narrow, 2, rows, scale, mask);
        }
        if (low >= Integer.MIN_VALUE && high <= Integer.MAX_VALUE) {
            int[] narrow = new int[rows];
            for (int i = 0; i < rows; i++) {
                narrow[i] = mask.get(i) ? 0 : (int) values[i];
            }
            return new LongVector(narrow, 4, rows, scale, mask);
        }
        return new LongVector(java.util.Arrays.copyOf(values, rows), 8, rows, scale, mask);
    }

    /** A vector of these values, none of them missing. */
    public static LongVector of(long... values) {
        return of(values, values.length, new BitSet(), 0);
    }

    /** The value of that row; unscaled for a decimal. */
    public long get(int row) {
        return switch (width) {
            case 1 -> ((byte[]) values)[row];
            case 2 -> ((short[]) values)[row];
            case 4 -> ((int[]) values)[row];
            default -> ((long[]) values)[row];
        };
    }

    /** Decimal places of an unscaled decimal, else 0. */
    public int scale() {
        return scale;
    }

    @Override
    public int rows() {
        return rows;
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
        if (absent.get(row)) {
            return Double.NaN;
        }
        // Dividing by an exact power of ten rounds once, as parsing the decimal text would.
        return scale == 0 ? get(row) : java.math.BigDecimal.valueOf(get(row), scale).doubleValue();
    }
}
