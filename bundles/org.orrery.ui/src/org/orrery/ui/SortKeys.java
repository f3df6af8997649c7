package org.orrery.ui;

import org.orrery.data.ColumnVector;
import org.orrery.data.LongVector;
import org.orrery.data.TextVector;

/** The values of a column of a block as numbers of the same order; missing ones are the largest, whichever way rows are sorted. Immutable. */
public final class SortKeys {
    private final ColumnVector vector;
    private final boolean descending;
    private final long[] texts;

    /** @param texts the place of each text of the block in the order of all, by code; null for a column of something else */
    public SortKeys(ColumnVector vector, boolean descending, long[] texts) {
        this.vector = vector;
        this.descending = descending;
        this.texts = texts;
    }

    /** The key of a row of the block. */
    public long at(int row) {
        if (vector.isMissing(row)) {
            return Long.MAX_VALUE;
        }
        long key = switch (vector) {
            case LongVector longs -> of(longs.get(row));
            case TextVector strings -> texts[strings.code(row)];
            default -> of(vector.asDouble(row));
        };
        return descending ? -key : key;
    }

    /** The key of a whole number: no value becomes that of a missing one, also when its sign is turned. */
    static long of(long value) {
        return Math.clamp(value, -Long.MAX_VALUE + 1, Long.MAX_VALUE - 1);
    }

    /** The key of a number, Long.MAX_VALUE where it is none. */
    public static long of(double value, boolean descending) {
        return Double.isNaN(value) ? Long.MAX_VALUE : descending ? -of(value) : of(value);
    }

    /** The bits of a double as a number of the same order. */
    static long of(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return Math.min(bits < 0 ? -(bits & Long.MAX_VALUE) : bits, Long.MAX_VALUE - 1);
    }
}
