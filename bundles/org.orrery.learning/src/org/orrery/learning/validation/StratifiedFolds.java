package org.orrery.learning.validation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Stratified k-fold cross-validation: every row tests once, and the counts of each class, and those of all rows, differ by at
 * most 1 between folds. Which rows of a class go where is shuffled.
 */
public final class StratifiedFolds implements Splits {
    private final int count;
    private final int[] foldOf;

    /**
     * @param labels the class of each row, from 0
     * @param classes how many classes there are
     * @param count how many folds, at least 2
     * @param random decides the shuffling; the same generator gives the same folds
     */
    public StratifiedFolds(int[] labels, int classes, int count, RandomGenerator random) {
        if (count < 2) {
            throw new IllegalArgumentException("At least two folds are needed");
        }
        this.count = count;
        this.foldOf = new int[labels.length];
        int[] sizes = new int[classes];
        for (int label : labels) {
            sizes[label]++;
        }
        int[][] members = new int[classes][];
        Arrays.setAll(members, c -> new int[sizes[c]]);
        int[] filled = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            members[labels[i]][filled[labels[i]]++] = i;
        }
        int next = 0;
        for (int[] rows : members) {
            Shuffle.of(rows, random);
            for (int row : rows) {
                // Going on where the last class ended keeps the sizes of the folds even.
                foldOf[row] = next;
                next = (next + 1) % count;
            }
        }
    }

    @Override
    public int count() {
        return count;
    }

    /** The fold in which that row tests, from 0. */
    public int foldOf(int row) {
        return foldOf[row];
    }

    @Override
    public Split split(int index) {
        return Split.ofFolds(foldOf, index);
    }
}
