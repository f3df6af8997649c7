package org.orrery.data.internal.text;

/** Reads cells of the types that are rare enough to go one by one. */
final class OtherCells extends ColumnCells {
    OtherCells(Column column) {
        super(column);
    }

    @Override
    int usual(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows) {
        return 0;
    }
}
