package org.orrery.learning;

import java.util.List;

import org.orrery.data.Table;

/**
 * Rows with a class each.
 *
 * @param features the columns that explain
 * @param labels the class of each row of the table, from 0; not changed after construction
 * @param classes the names of the classes, in their order
 */
public record LabelledRows(Table features, int[] labels, List<String> classes) {
    public LabelledRows {
        classes = List.copyOf(classes);
        if (labels.length != features.rows()) {
            throw new IllegalArgumentException(labels.length + " labels for " + features.rows() + " rows");
        }
    }
}
