package org.orrery.classification;

import org.orrery.data.Dataset;
import org.orrery.learning.LabelledRows;

/**
 * The data of a run, ready for training.
 *
 * @param dataset where they come from
 * @param rows all rows of the data; the label of a row without a target is −1
 * @param usable the positions of the rows with a target, ascending
 * @param labels the labels of the usable rows
 * @param positive the positive class of two, −1 for more classes
 */
record ClassificationData(Dataset dataset, LabelledRows rows, int[] usable, int[] labels, int positive) {
    int classes() {
        return rows.classes().size();
    }

    /** Usable rows, numbered among themselves, as positions in the data. */
    int[] positions(int[] numbers) {
        int[] positions = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            positions[i] = usable[numbers[i]];
        }
        return positions;
    }
}
