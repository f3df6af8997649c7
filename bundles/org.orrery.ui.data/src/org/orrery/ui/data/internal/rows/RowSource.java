package org.orrery.ui.data.internal.rows;

import java.util.List;
import java.util.Optional;

import org.orrery.data.ColumnBlocks;
import org.orrery.data.FileRows;
import org.orrery.data.Schema;
import org.orrery.data.Table;

/** The rows behind a table of any length. {@code window} and {@code blocks} read files: never call one on the user interface thread. */
public interface RowSource {
    /** The columns. */
    Schema schema();

    /** How many rows there are; may grow while those of a file are being counted. */
    long rows();

    /** Some rows of some columns. */
    Table window(List<String> columns, long first, int count) throws Exception;

    /** A pass over all rows of some columns; of use only when they are those of a data set. */
    ColumnBlocks blocks(List<String> columns) throws Exception;

    /** The file that they are read from where it has not been imported: its rows are shown as they are, neither sorted nor filtered. */
    default Optional<FileRows> raw() {
        return Optional.empty();
    }
}
