package org.orrery.ui.data.internal.rows;

/** Which rows a table shows, in which order. Immutable. */
final class RowOrder {
    private final int[] rows;
    private final long first;
    private final int count;

    private RowOrder(int[] rows, long first, int count) {
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
        return new RowOrder(rows, 0, rows.length);
    }

    int count() {
        return count;
    }

    /** The row of the data that is shown at that place. */
    long row(int shown) {
        return rows == null ? first + shown : rows[shown];
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
