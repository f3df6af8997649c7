package org.orrery.learning.models;

import java.util.Arrays;

/**
 * Divides training rows for a model's own cross-validation, without chance: the rows of each class in their order, in runs of
 * nearly equal length. The division is that of scikit-learn's {@code StratifiedKFold} without shuffling.
 */
public final class ContiguousFolds {
    private ContiguousFolds() {
    }

    /** The fold of each row; null when a class has a single row, so that none can be left out. */
    public static int[] of(int[] labels, int classes, int wanted) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        int folds = wanted;
        for (int count : counts) {
            folds = count == 0 ? folds : Math.min(folds, count);
        }
        if (folds < 2) {
            return null;
        }
        int[][] sizes = new int[folds][classes];
        int place = 0;
        for (int c : firstSeen(labels, classes)) {
            for (int i = 0; i < counts[c]; i++) {
                sizes[place++ % folds][c]++;
            }
        }
        int[] fold = new int[classes];
        int[] taken = new int[classes];
        int[] result = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            int label = labels[i];
            while (taken[label] == sizes[fold[label]][label]) {
                fold[label]++;
                taken[label] = 0;
            }
            result[i] = fold[label];
            taken[label]++;
        }
        return result;
    }

    /** The classes in the order in which they appear; scikit-learn numbers them so before it divides them. */
    private static int[] firstSeen(int[] labels, int classes) {
        boolean[] seen = new boolean[classes];
        int[] order = new int[classes];
        int count = 0;
        for (int label : labels) {
            if (!seen[label]) {
                seen[label] = true;
                order[count++] = label;
            }
        }
        return Arrays.copyOf(order, count);
    }
}
