package org.orrery.classification;

import java.util.Arrays;

import org.orrery.data.Dataset;
import org.orrery.learning.LabelledRows;

/**
 * The data of a run, ready for training.
 *
 * @param dataset where they come from
 * @param rows all rows of the data, or those of a sample alone; the label of a row without a target is −1
 * @param origin where each of the rows stands in the data, ascending; empty when they are all of them
 * @param usable the positions of the rows with a target among these rows, ascending
 * @param labels the labels of the usable rows
 * @param positive the positive class of two, −1 for more classes
 * @param population how many rows could have been used; more than the usable ones when these are a sample
 * @param keys what decides beside the classes which rows train and which test
 */
record ClassificationData(Dataset dataset, LabelledRows rows, int[] origin, int[] usable, int[] labels, int positive, long population, RowKeys keys) {
    int classes() {
        return rows.classes().size();
    }

    /** Whether the usable rows are a sample. */
    boolean isSample() {
        return population > usable.length;
    }

    /** The same with some of the usable rows alone. */
    ClassificationData part(int[] numbers) {
        return new ClassificationData(dataset, rows, origin, positions(numbers), Arrays.stream(numbers).map(number -> labels[number]).toArray(), positive, population, keys);
    }

    /** Where in the data a row stands, from 0: what results call it by. */
    int rowOf(int position) {
        return origin.length == 0 ? position : origin[position];
    }

    /** Where among the rows here a row of the data stands. */
    int positionOf(int row) {
        return origin.length == 0 ? row : Arrays.binarySearch(origin, row);
    }

    /** Usable rows, numbered among themselves, as positions among the rows. */
    int[] positions(int[] numbers) {
        int[] positions = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            positions[i] = usable[numbers[i]];
        }
        return positions;
    }
}
