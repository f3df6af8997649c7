package org.orrery.ui;

import org.eclipse.swt.widgets.Control;

/** How the rows of a {@link Grid} are drawn. A place counts shown rows from 0. On the user interface thread. */
interface GridFace {
    /** The widget. */
    Control control();

    /** Other rows, so many of them. */
    void rows(int count);

    /** By which column rows are sorted now; −1 for none. */
    void sorted(int column, boolean descending);

    /** Pixels of each column, by its number. */
    int[] widths();

    void widths(int[] pixels);

    /** The numbers of the columns as they stand from left to right. */
    int[] columnOrder();

    /** The selected places, in any order. */
    int[] selection();

    /** Selects rows and scrolls to the first; there is at least one. */
    void select(int[] places);

    void selectAll();

    /** Scrolls to a row. */
    void reveal(int place);
}
