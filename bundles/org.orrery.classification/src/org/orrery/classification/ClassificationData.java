package org.orrery.classification;

import java.util.Arrays;

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
 * @param keys what decides beside the classes which rows train and which test
 */
record ClassificationData(Dataset dataset, LabelledRows rows, int[] usable, int[] labels, int positive, RowKeys keys) {
    int classes() {
        return rows.classes().size();
    }

    /** The same with some of the usable rows alone. */
    ClassificationData part(int[] numbers) {
        return new ClassificationData(dataset, rows, positions(numbers), Arrays.stream(numbers).map(number -> labels[number]).toArray(), positive, keys);
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
