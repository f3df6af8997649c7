package org.orrery.analysis;

import java.util.function.Consumer;

import org.orrery.data.Schema;
import org.orrery.data.Table;

/** Rows on disk, in blocks. Reading twice gives the same. Safe for any number of threads. */
public interface StoredRows {
    /** The name under which they were written. */
    String name();

    /** The columns; without columns while nothing was written. */
    Schema schema();

    /** How many rows there are. */
    long count();

    /** Hands over the rows block by block, each as it was written. */
    void forEachBlock(Consumer<Table> action);
}
