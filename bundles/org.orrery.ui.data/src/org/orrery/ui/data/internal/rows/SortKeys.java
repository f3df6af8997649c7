package org.orrery.ui.data.internal.rows;

import org.orrery.data.ColumnVector;
import org.orrery.data.LongVector;
import org.orrery.data.TextVector;

/** The values of a column of a block as numbers of the same order; missing ones are the largest, whichever way rows are sorted. */
final class SortKeys {
    private final ColumnVector vector;
    private final boolean descending;
    private final long[] texts;

    /** @param ranks of the texts of the column; null when it holds none */
    SortKeys(ColumnVector vector, boolean descending, TextRanks ranks) {
        this.vector = vector;
        this.descending = descending;
        this.texts = vector instanceof TextVector block && ranks != null ? ranks.of(block) : null;
    }

    long at(int row) {
        if (vector.isMissing(row)) {
            return Long.MAX_VALUE;
        }
        // No value becomes that of a missing one, also when its sign is turned.
        long key = switch (vector) {
            case LongVector longs -> Math.clamp(longs.get(row), -Long.MAX_VALUE + 1, Long.MAX_VALUE - 1);
            case TextVector strings -> texts[strings.code(row)];
            default -> ordered(vector.asDouble(row));
        };
        return descending ? -key : key;
    }

    /** The bits of a double as a number of the same order. */
    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return Math.min(bits < 0 ? -(bits & Long.MAX_VALUE) : bits, Long.MAX_VALUE - 1);
    }
}
