package org.orrery.analysis;

import java.util.List;

import org.orrery.data.ColumnBlocks;
import org.orrery.data.Dataset;
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
}
