package org.orrery.learning.validation;

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
    }
}
