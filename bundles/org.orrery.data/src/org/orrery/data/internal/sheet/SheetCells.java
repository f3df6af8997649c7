package org.orrery.data.internal.sheet;

import org.orrery.data.DataException;

/** Takes the filled cells of a sheet, row by row in rising order, and in each row from left to right. */
public interface SheetCells {
    /** What a cell holds, in the form in which its characters are written. */
    enum Kind {
        /** Any text. */
        TEXT,
        /** A number with a point as its decimal mark. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A day: 2026-11-21. */
        DATE,
        /** A day and a time: 2026-11-21T10:00:00. */
        TIMESTAMP,
        /** A length of time or a time of the day, as ISO 8601 writes a length. */
        DURATION,
        /** The name of the error that a formula gave. */
        ERROR,
        /** A formula whose value was never stored. */
        UNCALCULATED
    }

    /** A row begins, counted from 1. */
    void row(int row, boolean hidden) throws DataException;

    /** A filled cell of the row, its column counted from 0; the characters are only of use during the call. */
    void cell(int column, Kind kind, char[] characters, int from, int length) throws DataException;

    /** The row has ended. */
    void endRow() throws DataException;

    /** So many columns from that one on are hidden. */
    void hiddenColumns(int first, int count);

    /** These cells are merged into one: only the first of them has a value. */
    void merged(String range);

    /** Whether no further rows are wanted. */
    boolean isDone();
}
