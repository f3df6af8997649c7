package org.orrery.ui.data.internal.rows;

import java.util.List;

import org.orrery.data.ColumnBlocks;
import org.orrery.data.Schema;
import org.orrery.data.Table;

/** The rows behind a table of any length. Its methods read files: never call one on the user interface thread. */
public interface RowSource {
    /** The columns. */
    Schema schema();

    /** How many rows there are. */
    long rows();

    /** Some rows of some columns. */
    Table window(List<String> columns, long first, int count) throws Exception;

    /** A pass over all rows of some columns. */
    ColumnBlocks blocks(List<String> columns) throws Exception;
}
