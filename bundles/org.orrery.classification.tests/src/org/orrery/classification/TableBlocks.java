package org.orrery.classification;

import org.orrery.data.ColumnBlocks;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

/** A table in memory, given back in blocks as a data store does; each with its own dictionaries. */
final class TableBlocks implements ColumnBlocks {
    private static final int ROWS = 300;
    private final Table table;
    private int next;

    TableBlocks(Table table) {
        this.table = table;
    }

    @Override
    public Schema schema() {
        return table.schema();
    }

    @Override
    public Table next() {
        if (next >= table.rows()) {
            return null;
        }
        TableBuilder builder = Table.builder(table.schema());
        for (int end = Math.min(table.rows(), next + ROWS); next < end; next++) {
            Object[] row = new Object[table.schema().size()];
            for (int c = 0; c < row.length; c++) {
                row[c] = table.value(next, c);
            }
            builder.row(row);
        }
        return builder.build();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
