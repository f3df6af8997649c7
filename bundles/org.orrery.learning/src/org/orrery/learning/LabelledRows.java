package org.orrery.learning;

import java.util.List;

import org.orrery.data.Table;

/**
 * Rows with a class each.
 *
 * @param features the columns that explain
 * @param labels the class of each row of the table, from 0; not changed after construction
 * @param classes the names of the classes, in their order
 * @param groups which rows stay together when the rows of a fold are divided again; empty when all are on their own
 */
public record LabelledRows(Table features, int[] labels, List<String> classes, int[] groups) {
    /** Every row is on its own. */
    public LabelledRows(Table features, int[] labels, List<String> classes) {
        this(features, labels, classes, new int[0]);
    }

    public LabelledRows {
        classes = List.copyOf(classes);
        if (labels.length != features.rows()) {
            throw new IllegalArgumentException(labels.length + " labels for " + features.rows() + " rows");
        }
    }
}
