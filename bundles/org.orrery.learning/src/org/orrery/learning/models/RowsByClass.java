package org.orrery.learning.models;

import org.orrery.learning.TrainingSet;

/**
 * Rows sorted by class, within a class in their order.
 *
 * @param order the numbers of the rows
 * @param starts where in the order the rows of each class begin, and the end
 */
record RowsByClass(int[] order, int[] starts) {
    static RowsByClass of(TrainingSet training) {
        int[] labels = training.labels();
        int[] starts = new int[training.classes() + 1];
        for (int label : labels) {
            starts[label + 1]++;
        }
        for (int c = 1; c < starts.length; c++) {
            starts[c] += starts[c - 1];
        }
        int[] next = starts.clone();
        int[] order = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            order[next[labels[i]]++] = i;
        }
        return new RowsByClass(order, starts);
    }

    int count(int label) {
        return starts[label + 1] - starts[label];
    }
}
