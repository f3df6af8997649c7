package org.orrery.ui.internal.form;

import java.util.List;

import org.orrery.data.Dataset;

/** Finds the different values of a column. Reads files: called off the user interface thread. */
@FunctionalInterface
public interface ColumnLevels {
    /** The values as text; none when there are too many or they cannot be read. */
    List<String> of(Dataset dataset, String column);
}
