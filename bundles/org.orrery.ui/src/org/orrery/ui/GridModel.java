package org.orrery.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/** The rows of a {@link Grid}. Immutable; asked on the user interface thread, and for sorting and filtering also on worker threads. */
public interface GridModel {
    /**
     * A column of a grid.
     *
     * @param title what stands over it
     * @param tooltip more about it; empty for nothing
     * @param number whether its values are numbers, shown at the right edge
     */
    record GridColumn(String title, String tooltip, boolean number) {
    }

    /** The columns in order. */
    List<GridColumn> columns();

    /** How many rows there are. */
    int rows();

    /** What stands in a cell; empty when there is no value. */
    String text(int row, int column);

    /** The order of two rows by the values of a column; rows without a value come last. */
    int compare(int column, int row, int other);

    /**
     * For each row a number by which rows are in the order of the values of a column, {@link Long#MAX_VALUE} where there is none: what
     * sorts millions of rows. Empty when only {@link #compare} knows.
     */
    default Optional<IntToLongFunction> keys(int column, boolean descending) {
        return Optional.empty();
    }
}
