package org.orrery.ui;

import org.orrery.data.Schema;

/** Rows of values with a schema, as a grid shows them. */
public interface ValueModel extends GridModel {
    /** The columns as the data describe them. */
    Schema schema();

    /** The value of a cell, as {@link org.orrery.data.Table#value} gives it; null when it is missing. */
    Object value(int row, int column);
}
