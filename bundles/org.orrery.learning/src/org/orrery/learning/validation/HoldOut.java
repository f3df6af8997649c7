package org.orrery.learning.validation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** One division into training and test rows in which every class keeps its share, each class with at least one row on both sides if it has two. */
public final class HoldOut implements Splits {
    private final Split split;

    /**
     * @param labels the class of each row, from 0
     * @param classes how many classes there are
     * @param testShare the share of the rows that test, above 0 and below 1
     * @param random decides which; the same generator gives the same division
     */
    public HoldOut(int[] labels, int classes, double testShare, RandomGenerator random) {
        if (!(testShare > 0 && testShare < 1)) {
            throw new IllegalArgumentException("Not a share of test rows: " + testShare);
        }
        boolean[] tests = new boolean[labels.length];
        for (int label = 0; label < classes; label++) {
            int own = label;
            int[] rows = IntStream.range(0, labels.length).filter(i -> labels[i] == own).toArray();
            Shuffle.of(rows, random);
            int test = (int) Math.round(rows.length * testShare);
            test = rows.length < 2 ? 0 : Math.max(1, Math.min(rows.length - 1, test));
            Arrays.stream(rows, 0, test).forEach(row -> tests[row] = true);
        }
        int[] foldOf = new int[labels.length];
        Arrays.setAll(foldOf, row -> tests[row] ? 0 : 1);
        this.split = Split.ofFolds(foldOf, 0);
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public Split split(int index) {
        if (index != 0) {
            throw new IndexOutOfBoundsException(index);
        }
        return split;
    }
}
