package org.orrery.learning.validation;

import java.util.Arrays;

/** Cross-validation with folds that someone else has made: every row tests once, in the fold that was given for it. */
public final class GivenFolds implements Splits {
    private final int count;
    private final int[] foldOf;

    /** @param foldOf the fold of each row, from 0; at least two folds */
    public GivenFolds(int[] foldOf) {
        this.foldOf = foldOf.clone();
        this.count = Arrays.stream(foldOf).max().orElse(-1) + 1;
        if (count < 2) {
            throw new IllegalArgumentException("At least two folds are needed");
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Split split(int index) {
        return Split.ofFolds(foldOf, index);
    }
}
