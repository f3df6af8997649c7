package org.orrery.data;

import java.util.Arrays;
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
    private final long base;
    private final long factor;
    private final int scale;
    private final BitSet absent;
    private final int missing;

    private LongVector(Packer packed, int scale, BitSet absent) {
        this.values = packed.values;
        this.width = packed.width;
        this.rows = packed.rows;
        this.base = packed.base;
        this.factor = packed.factor;
        this.scale = scale;
        this.missing = absent.cardinality();
        this.absent = missing == 0 ? null : absent;
    }

    /** Takes values one array after the other and keeps each in as few bytes as their range needs. Not thread-safe; of use once. */
    public static final class Packer {
        private final Object values;
        private final int width;
        private final int rows;
        private final long base;
        private final long factor;
        private int size;

        /**
         * @param rows how many values will come
         * @param low no value is lower
         * @param high no value is higher
         * @param factor by which every value differs from {@code low} a whole number of times; 1 fits all
         */
        public Packer(int rows, long low, long high, long factor) {
            long range = high - low;
            boolean wide = range < 0 || range / factor >= 1L << 32;
            this.rows = rows;
            this.factor = wide ? 1 : factor;
            this.width = wide ? 8 : range == 0 ? 0 : range / factor < 1 << 8 ? 1 : range / factor < 1 << 16 ? 2 : 4;
            long middle = width == 1 ? 1 << 7 : width == 2 ? 1 << 15 : width == 4 ? 1L << 31 : 0;
            this.base = wide ? 0 : low + middle * factor;
            this.values = switch (width) {
                case 0 -> null;
                case 1 -> new byte[rows];
                case 2 -> new short[rows];
                case 4 -> new int[rows];
                default -> new long[rows];
            };
        }

        /** Takes the first so many of these values. */
        public void add(long[] more, int count) {
            switch (width) {
                case 0 -> size += count;
                case 1 -> {
                    byte[] target = (byte[]) values;
                    for (int i = 0; i < count; i++) {
                        target[size++] = (byte) offset(more[i]);
                    }
                }
                case 2 -> {
                    short[] target = (short[]) values;
                    for (int i = 0; i < count; i++) {
                        target[size++] = (short) offset(more[i]);
                    }
                }
                case 4 -> {
                    int[] target = (int[]) values;
                    for (int i = 0; i < count; i++) {
                        target[size++] = (int) offset(more[i]);
                    }
                }
                default -> {
                    System.arraycopy(more, 0, (long[]) values, size, count);
                    size += count;
                }
            }
        }

        private long offset(long value) {
            return factor == 1 ? value - base : (value - base) / factor;
        }

        /** Goes on over rows that have no value. */
        public void skip(int count) {
            size += count;
        }

        /**
         * The values.
         *
         * @param scale decimal places of unscaled decimals, else 0
         * @param absent the rows without a value; it becomes the vector's own
         */
        public LongVector vector(int scale, BitSet absent) {
            return new LongVector(this, scale, absent);
        }
    }

    /**
     * A vector of the first {@code rows} of these values.
     *
     * @param absent the rows without a value
     * @param scale decimal places of an unscaled decimal, else 0
     */
    public static LongVector of(long[] values, int rows, BitSet absent, int scale) {
        long[] own = Arrays.copyOf(values, rows);
        int present = absent.nextClearBit(0);
        long low = present < rows ? own[present] : 0;
        long high = low;
        for (int i = 0; i < rows; i++) {
            if (absent.get(i)) {
                own[i] = present < rows ? values[present] : 0;
            }
            low = Math.min(low, own[i]);
            high = Math.max(high, own[i]);
        }
        Packer packer = new Packer(rows, low, high, 1);
        packer.add(own, rows);
        return packer.vector(scale, absent.get(0, rows));
    }

    /** A vector of these values, none of them missing. */
    public static LongVector of(long... values) {
        return of(values, values.length, new BitSet(), 0);
    }

    /** The value of that row; unscaled for a decimal. */
    public long get(int row) {
        return switch (width) {
            case 0 -> base + 0L * java.util.Objects.checkIndex(row, rows);
            case 1 -> base + factor * ((byte[]) values)[row];
            case 2 -> base + factor * ((short[]) values)[row];
            case 4 -> base + factor * ((int[]) values)[row];
            default -> ((long[]) values)[row];
        };
    }

    /** Decimal places of an unscaled decimal, else 0. */
    public int scale() {
        return scale;
    }

    /** The rows without a value; null when there are none. */
    BitSet absent() {
        return absent;
    }

    @Override
    public int rows() {
        return rows;
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
        if (isMissing(row)) {
            return Double.NaN;
        }
        // Dividing by an exact power of ten rounds once, as parsing the decimal text would.
        return scale == 0 ? get(row) : java.math.BigDecimal.valueOf(get(row), scale).doubleValue();
    }
}
