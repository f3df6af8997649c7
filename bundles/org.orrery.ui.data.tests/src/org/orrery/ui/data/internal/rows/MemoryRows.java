package org.orrery.ui.data.internal.rows;

import java.util.ArrayList;
import java.util.List;

import org.orrery.data.ColumnBlocks;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

/** Rows in memory, given in blocks of a few. */
record MemoryRows(Schema schema, List<Object[]> values) implements RowSource {
    private static final int BLOCK = 7;

    @Override
    public long rows() {
        return values.size();
    }

    @Override
    public Table window(List<String> columns, long first, int count) {
        TableBuilder table = Table.builder(new Schema(columns.stream().map(name -> schema.find(name).orElseThrow()).toList()));
        for (Object[] row : values.subList((int) Math.min(first, values.size()), (int) Math.min(first + count, values.size()))) {
            List<Object> cells = new ArrayList<>();
            columns.forEach(name -> cells.add(row[schema.indexOf(name)]));
            table.row(cells.toArray());
        }
        return table.build();
    }

    @Override
    public ColumnBlocks blocks(List<String> columns) {
        return new ColumnBlocks() {
            private int next;

            @Override
            public Schema schema() {
                return window(columns, 0, 0).schema();
            }

            @Override
            public Table next() {
                Table block = window(columns, next, BLOCK);
                next += BLOCK;
                return block.rows() == 0 ? null : block;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
