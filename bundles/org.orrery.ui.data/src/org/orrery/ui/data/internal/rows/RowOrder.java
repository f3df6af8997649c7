package org.orrery.ui.data.internal.rows;

/** Which rows a table shows, in which order. Immutable. */
final class RowOrder {
    private final int[] rows;
    private final int count;

    private RowOrder(int[] rows, int count) {
        this.rows = rows;
        this.count = count;
    }

    /** All rows as they are. */
    static RowOrder all(int count) {
        return new RowOrder(null, count);
    }

    /** These rows; the array is not copied. */
    static RowOrder of(int[] rows) {
        return new RowOrder(rows, rows.length);
    }

    int count() {
        return count;
    }

    /** The row of the data that is shown at that place. */
    int row(int shown) {
        return rows == null ? shown : rows[shown];
    }

    /** Whether rows stand where they stand in the data. */
    boolean isIdentity() {
        return rows == null;
    }
}
