package org.orrery.data;

import java.nio.file.Path;
import java.util.List;

/**
 * Imports files and gives their values back, over a columnar cache that can be deleted at any time. Safe for any number
 * of threads. Every method may read files: never call one on the user interface thread.
 */
public interface DataStore extends AutoCloseable {
    /** The most rows of one {@link #window}. */
    int WINDOW_MOST = 100_000;

    /**
     * Reads the whole file: detects its format and types, counts rows and missing values, computes its digest, and
     * fills the cache. Nothing is replaced, dropped or guessed in silence: what is not as it should be is refused with its
     * line, and what had to be decided stands in the warnings of the data set.
     *
     * <p>What a file is says its content, not its name: delimited text (CSV, TSV and the like) and JSON objects (one in each
     * line, or all in one array), both plain, packed with gzip or the only file in a zip archive; XLSX and ODS workbooks, of
     * which one sheet is read; Parquet files, whose declared types hold. Objects inside JSON objects become columns with names joined by dots, arrays stay JSON text.
     * In a workbook numbers that are shown as days or times are that (to the millisecond), formulas count with the value
     * stored with them, errors are missing values.
     *
     * <p>A type is taken only when every cell of the column fits it:
     * <ul>
     * <li>integer: at most 16 digits, no leading zero, no plus sign (else the column stays text); 0 and 1 are integers;
     * <li>real: with a decimal mark or an exponent, within the range of a double;
     * <li>boolean: {@code true} and {@code false} in any case; when asked for also yes/no, y/n, t/f, 1/0;
     * <li>decimal: numbers with a decimal mark of which a double would not hold all digits and eighteen digits do, with one
     * number of decimal places for the whole column; when asked for also others;
     * <li>date: 2026-11-21, 2026/11/21, 21.11.2026; 21/11/2026 and 11/21/2026 when the column leaves no doubt;
     * <li>timestamp: ISO 8601, or a date as above, a blank and a time such as 14:05, 14:05:09.5 or 2:05 PM, to the
     * microsecond, taken in the zone of the options (else UTC) when it names none;
     * <li>duration: ISO 8601, 1:30:00, 2 days, 1.5 hours, 2 days 03:04:05; when asked for also 1:30 for hours and minutes,
     * and short units such as 90 min;
     * <li>category: text of at most 1,000 levels, and at most half as many levels as values; else text.
     * </ul>
     * Empty and blank cells are missing, quoted or not. Missing markers unless the options name others: NA, N/A, #N/A,
     * NaN, null, NULL. Different values are counted up to 100,000 a column (fewer when there are many columns).
     *
     * @throws DataException unreadable-file, bad-data with its line, bad-usage for an option that does not fit, out-of-disk
     */
    Dataset importFile(Path file, ReadOptions options, Progress progress) throws DataException;

    /**
     * The sheets of a workbook, in their order; empty for a file of another format.
     *
     * @throws DataException unreadable-file; bad-data when the workbook is damaged
     */
    List<Sheet> sheets(Path file, Progress progress) throws DataException;

    /**
     * Looks at the beginning of a file, at most a mebibyte of text, and says how it would be read, what is wrong with it and
     * what only the user can know. Nothing is kept.
     *
     * @throws DataException unreadable-file; bad-usage for an option that does not fit; bad-data when there is nothing to show
     */
    ImportPreview preview(Path file, ReadOptions options, Progress progress) throws DataException;

    /**
     * Opens a file to look at its rows without importing it: its beginning at once, whatever its size, and all of it when its rows
     * have been counted in an earlier look.
     *
     * @param options how it is to be read; what they leave open is detected in its beginning
     * @throws DataException as {@link #preview}
     */
    FileRows look(Path file, ReadOptions options, Progress progress) throws DataException;

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
     * Some rows of some columns: for looking at data, in milliseconds whatever the size of the data set, as long as it is
     * in the cache.
     *
     * @param columns the columns, in this order
     * @param firstRow the first row, from 0
     * @param count how many rows at most, from 0 to {@value #WINDOW_MOST}; there are fewer at the end of the data set and
     *     none behind it
     * @throws DataException as {@link #table}; bad-usage when the first row or the count is out of range
     */
    Table window(Dataset dataset, List<String> columns, long firstRow, int count) throws DataException;

    /**
     * What the columns take on disk in bytes, in their order: each value in as few bytes as hold all of its block without loss, each text once in a
     * block. Empty while the data set is not in the cache.
     */
    List<Long> stored(Dataset dataset);

    /**
     * Whether the file still has the content it was imported with, by digest.
     *
     * @throws DataException unreadable-file when it is gone
     */
    boolean isCurrent(Dataset dataset, Progress progress) throws DataException;

    @Override
    void close();
}
