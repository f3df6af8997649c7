package org.orrery.ui;

import java.util.function.IntSupplier;

import org.eclipse.nebula.widgets.nattable.data.IDataProvider;

/** What stands in a part of a table that draws its cells itself. On the user interface thread. */
public final class RowTexts implements IDataProvider {
    /** What stands at a place. */
    @FunctionalInterface
    public interface At {
        /** The value of a cell. */
        Object value(int column, int row);
    }

    private final int columns;
    private final IntSupplier rows;
    private final At at;

    /** @param rows how many there are now */
    public RowTexts(int columns, IntSupplier rows, At at) {
        this.columns = columns;
        this.rows = rows;
        this.at = at;
    }

    @Override
    public Object getDataValue(int column, int row) {
        return at.value(column, row);
    }

    @Override
    public void setDataValue(int column, int row, Object value) {
        throw new UnsupportedOperationException("Rows are not changed here"); //$NON-NLS-1$
    }

    @Override
    public int getColumnCount() {
        return columns;
    }

    @Override
    public int getRowCount() {
        return rows.getAsInt();
    }
}
