package org.orrery.ui.data.internal.rows;

import java.nio.IntBuffer;

/** Which rows a table shows, in which order. Immutable. */
final class RowOrder {
    private final IntBuffer rows;
    private final long first;
    private final int count;

    private RowOrder(IntBuffer rows, long first, int count) {
        this.rows = rows;
        this.first = first;
        this.count = count;
    }

    /** Rows as they are, from one on. */
    static RowOrder section(long first, int count) {
        return new RowOrder(null, first, count);
    }

    /** These rows; the array is not copied. */
    static RowOrder of(int[] rows) {
        return of(IntBuffer.wrap(rows));
    }

    /** The rows of a buffer, from its beginning to its end. */
    static RowOrder of(IntBuffer rows) {
        return new RowOrder(rows, 0, rows.limit());
    }

    int count() {
        return count;
    }

    /** The row of the data that is shown at that place. */
    long row(int shown) {
        return rows == null ? first + shown : rows.get(shown);
    }

    /** Whether rows stand next to those that they stand next to in the data. */
    boolean isIdentity() {
        return rows == null;
    }

    /** The row of the data that is shown first, when they stand as they are. */
    long first() {
        return first;
    }
}
