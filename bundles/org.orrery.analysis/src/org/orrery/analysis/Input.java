package org.orrery.analysis;

import java.util.List;

import org.orrery.data.ColumnBlocks;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.GatheredRows;
import org.orrery.data.Progress;
import org.orrery.data.Table;

/** One data set given to a run under a name. Safe for any number of threads. */
public interface Input {
    /** The data set. */
    Dataset dataset();

    /**
     * All rows of these columns.
     *
     * @throws AnalysisException missing-column, unreadable-file, bad-data
     */
    Table table(List<String> columns, Progress progress) throws AnalysisException;

    /**
     * A pass over these columns, for data that need not fit into memory.
     *
     * @throws AnalysisException as {@link #table}
     */
    ColumnBlocks blocks(List<String> columns) throws AnalysisException;

    /**
     * Some rows of these columns, as a sample has them: no others are held, but those of one block at a time.
     *
     * @param rows positions from 0, ascending, none twice
     * @throws AnalysisException as {@link #table}
     */
    default Table rows(List<String> columns, int[] rows, Progress progress) throws AnalysisException {
        try (ColumnBlocks blocks = blocks(columns)) {
            return GatheredRows.of(blocks, rows, dataset().rows(), progress);
        } catch (DataException e) {
            throw new AnalysisException(e);
        }
    }
}
