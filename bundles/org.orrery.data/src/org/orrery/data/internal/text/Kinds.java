package org.orrery.data.internal.text;

/**
 * What a cell could be, as a set of bits. A column is what all of its cells could be: the sets are intersected over the
 * whole file, so that one cell at the end counts as much as the first. The empty set is text.
 */
final class Kinds {
    static final int INTEGER = 1;
    /** A number with a point as its decimal mark. */
    static final int REAL_POINT = 1 << 1;
    /** A number with a comma as its decimal mark. */
    static final int REAL_COMMA = 1 << 2;
    static final int BOOLEAN = 1 << 3;
    static final int DATE_YMD = 1 << 4;
    static final int DATE_DMY = 1 << 5;
    static final int DATE_MDY = 1 << 6;
    /** An instant whose day is {@link #DATE_YMD}; the next two likewise. */
    static final int TIMESTAMP_YMD = 1 << 7;
    static final int TIMESTAMP_DMY = 1 << 8;
    static final int TIMESTAMP_MDY = 1 << 9;
    static final int DURATION = 1 << 10;

    static final int TEXT = 0;
    static final int REAL = REAL_POINT | REAL_COMMA;
    static final int NUMBER = INTEGER | REAL;
    static final int DATE = DATE_YMD | DATE_DMY | DATE_MDY;
    static final int TIMESTAMP = TIMESTAMP_YMD | TIMESTAMP_DMY | TIMESTAMP_MDY;
    static final int ANY = (1 << 11) - 1;

    private static final int FROM_DATE = 3;

    private Kinds() {
    }

    /** Whether a column that could be all of these still needs to be told which of day and month comes first. */
    static boolean dayAndMonthUnclear(int kinds) {
        return (kinds & DATE) == (DATE_DMY | DATE_MDY) || (kinds & TIMESTAMP) == (TIMESTAMP_DMY | TIMESTAMP_MDY);
    }

    /** The kinds of instants whose days are of these kinds. */
    static int timestamps(int dates) {
        return (dates & DATE) << FROM_DATE;
    }

    /** The kinds of the days of these kinds of instants. */
    static int dayOf(int timestamps) {
        return (timestamps & TIMESTAMP) >> FROM_DATE;
    }
}
