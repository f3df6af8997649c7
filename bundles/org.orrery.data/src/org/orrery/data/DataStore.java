package org.orrery.data;

import java.nio.file.Path;
import java.util.List;

/**
 * Imports files and gives their values back, over a columnar cache that can be deleted at any time. Safe for any number
 * of threads. Every method may read files: never call one on the user interface thread.
 */
public interface DataStore extends AutoCloseable {
    /**
     * Reads the whole file once: detects its format and types, counts rows and missing values, computes its digest, and
     * fills the cache.
     *
     * @throws DataException unreadable-file, bad-data with its line, bad-usage for an option that does not fit, out-of-disk
     */
    Dataset importFile(Path file, ReadOptions options, Progress progress) throws DataException;

    /**
     * All rows of these columns, in this order.
     *
     * @throws DataException missing-column; unreadable-file or bad-data when the cache is gone and the file has changed or
     *     moved since it was imported
     */
    Table table(Dataset dataset, List<String> columns, Progress progress) throws DataException;

    /**
     * A pass over these columns block by block, for data that need not fit into memory.
     *
     * @throws DataException as {@link #table}
     */
    ColumnBlocks blocks(Dataset dataset, List<String> columns) throws DataException;

    /**
     * Whether the file still has the content it was imported with, by digest.
     *
     * @throws DataException unreadable-file when it is gone
     */
    boolean isCurrent(Dataset dataset, Progress progress) throws DataException;

    @Override
    void close();
}
