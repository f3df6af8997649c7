package org.orrery.data.internal;

import java.util.List;
import java.util.function.IntFunction;
import org.orrery.data.DataException;

/** Takes rows block by block on their way into the cache. */
public interface RowSink {
    /**
     * Takes the next rows from these buffers, one per column; they are cleared by the caller afterwards. For one thread
     * that gives all rows in their order.
     */
    void block(List<ColumnBuffer> columns) throws DataException;

    /**
     * Takes the rows of that block, for threads that give blocks in any order: every number from 0 on comes once, and for
     * a second time with the columns that are replaced.
     *
     * @param columns fills the buffer of the column at that position; null for a column that stays as it was given before.
     *     Asked once for each, in their order; what is in a buffer counts until the next is asked for, so that one may serve
     *     many columns
     */
    void block(int number, IntFunction<ColumnBuffer> columns) throws DataException;
}
