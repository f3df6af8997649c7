package org.orrery.data;

import java.nio.file.Path;

/** Writes tables as files; a service, safe for any number of threads. Never call it on the user interface thread. */
public interface TableExporter {
    /**
     * Writes all blocks as one file, which appears under its name when it is complete and replaces what was there.
     *
     * <p>A missing value is an empty field or cell. A text is never a formula to a spreadsheet: in CSV an apostrophe is put in
     * front of one that looks like one, in a workbook it is a text. In a workbook a value that its numbers could not hold to
     * the last digit is a text: whole numbers beyond 2<sup>53</sup>, decimals of more than 15 digits, values that are infinite
     * or not a number, days before 1900-03-01, and instants and lengths of time that are no whole milliseconds. Instants are
     * written in UTC. A Parquet file declares decimals, days and instants, and notes the types of the columns for
     * {@link DataStore}.
     *
     * @param blocks at least one, be it without rows, so that the columns are known
     * @throws DataException bad-data when the format cannot hold the table: more than 1,048,576 rows, more than 16,384 columns or
     *     a text of more than 32,767 characters in a workbook, columns that differ only in case in a Parquet file;
     *     unreadable-file when the file cannot be written; out-of-disk
     */
    void write(Path file, TableFormat format, TableCsv.Blocks blocks) throws DataException;
}
