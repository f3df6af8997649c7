package org.orrery.report.document;

import java.util.ArrayList;
import java.util.List;

import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Table;

/** The first rows of a table, in boxed values. */
final class TableExcerpt {
    /** Ends a pass over stored rows early, which they offer no other way for: a table may have millions. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    private TableExcerpt() {
    }

    static List<Object[]> of(ResultTable table, int rows, int columns) {
        List<Object[]> excerpt = new ArrayList<>();
        switch (table.rows()) {
            case ResultTable.InMemory memory -> take(memory.table(), rows, columns, excerpt);
            case ResultTable.OnDisk disk -> {
                try {
                    disk.stored().forEachBlock(block -> {
                        take(block, rows, columns, excerpt);
                        if (excerpt.size() >= rows) {
                            throw new Enough();
                        }
                    });
                } catch (Enough e) {
                    // All that was asked for is there.
                }
            }
        }
        return excerpt;
    }

    private static void take(Table block, int rows, int columns, List<Object[]> excerpt) {
        for (int row = 0; row < block.rows() && excerpt.size() < rows; row++) {
            Object[] values = new Object[columns];
            for (int column = 0; column < columns; column++) {
                values[column] = block.value(row, column);
            }
            excerpt.add(values);
        }
    }
}
