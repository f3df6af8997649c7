package org.orrery.data;

/**
 * The values of one column in memory. Immutable and safe for any number of threads. Rows count from 0; an index outside
 * the rows throws {@link IndexOutOfBoundsException}. The value of a missing row has no meaning: ask {@link #isMissing} first.
 */
public sealed interface ColumnVector permits LongVector, DoubleVector, TextVector {
    /** How many rows there are. */
    int rows();

    /** Whether the value of that row is missing. */
    boolean isMissing(int row);

    /** How many values are missing. */
    int missing();

    /** The value as a number, NaN when it is missing; for text the code of the level. */
    double asDouble(int row);
}
