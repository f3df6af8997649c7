package org.orrery.data.internal.text;

/** Reads cells of the types that are rare enough to go one by one. */
final class OtherCells extends ColumnCells {
    OtherCells(Column column) {
        super(column);
    }

    @Override
    void cells(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows) {
        for (int row = 0, i = first; row < rows; row++, i += stride) {
            other(bytes, starts[i], ends[i], row);
        }
    }
}
