package org.orrery.learning.validation;

import java.util.stream.IntStream;

/** Ways to divide the same rows into training and test rows, numbered from 0. Immutable and thread-safe. */
public interface Splits {
    /** How many there are. */
    int count();

    /** The split of that number. */
    Split split(int index);

    /**
     * One division; rows may be in neither part.
     *
     * @param train positions of the training rows, ascending
     * @param test positions of the test rows, ascending; none of them is in {@code train}
     */
    record Split(int[] train, int[] test) {
        /** The rows of that fold test, all others train. */
        static Split ofFolds(int[] foldOf, int index) {
            int[] test = IntStream.range(0, foldOf.length).filter(row -> foldOf[row] == index).toArray();
            int[] train = IntStream.range(0, foldOf.length).filter(row -> foldOf[row] != index).toArray();
            return new Split(train, test);
        }
    }
}
