package org.orrery.learning.validation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Cross-validation in which the rows of a group are never divided: every row tests once, all rows of a group in the same fold. Large groups
 * are given out first, each to the fold that keeps the shares of all classes most even.
 */
public final class GroupedFolds implements Splits {
    private final int count;
    private final int[] foldOf;

    /**
     * @param groups the group of each row, from 0
     * @param labels the class of each row, from 0
     * @param classes how many classes there are
     * @param count how many folds, at least 2 and at most as many as there are groups
     * @param random decides among groups of the same size; the same generator gives the same folds
     */
    public GroupedFolds(int[] groups, int[] labels, int classes, int count, RandomGenerator random) {
        int number = Arrays.stream(groups).max().orElse(-1) + 1;
        if (count < 2 || count > number) {
            throw new IllegalArgumentException(count + " folds for " + number + " groups");
        }
        this.count = count;
        int[][] members = new int[number][classes];
        int[] totals = new int[classes];
        for (int i = 0; i < groups.length; i++) {
            members[groups[i]][labels[i]]++;
            totals[labels[i]]++;
        }
        int[] foldOfGroup = assign(members, order(members, random), totals);
        this.foldOf = Arrays.stream(groups).map(group -> foldOfGroup[group]).toArray();
    }

    private static int[] order(int[][] members, RandomGenerator random) {
        int[] shuffled = IntStream.range(0, members.length).toArray();
        Shuffle.of(shuffled, random);
        // The sort is stable, so that chance decides among groups of the same size.
        return Arrays.stream(shuffled).boxed().sorted(Comparator.comparingInt(group -> -Arrays.stream(members[group]).sum()))
                .mapToInt(Integer::intValue).toArray();
    }

    private int[] assign(int[][] members, int[] order, int[] totals) {
        int[] foldOfGroup = new int[members.length];
        double[][] shares = new double[count][totals.length];
        int[] groupsIn = new int[count];
        for (int i = 0; i < order.length; i++) {
            int group = order[i];
            int left = order.length - i;
            int empty = (int) Arrays.stream(groupsIn).filter(groups -> groups == 0).count();
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int fold = 0; fold < count; fold++) {
                double cost = cost(shares[fold], members[group], totals);
                // The last groups go to folds that have none.
                boolean allowed = groupsIn[fold] == 0 || left > empty;
                if (allowed && cost < least) {
                    least = cost;
                    best = fold;
                }
            }
            for (int c = 0; c < totals.length; c++) {
                shares[best][c] += totals[c] == 0 ? 0 : members[group][c] / (double) totals[c];
            }
            groupsIn[best]++;
            foldOfGroup[group] = best;
        }
        return foldOfGroup;
    }

    /** How much the sum of the squared shares of all folds grows when the group goes to this one: least where it evens them out. */
    private static double cost(double[] shares, int[] group, int[] totals) {
        double cost = 0;
        for (int c = 0; c < totals.length; c++) {
            double more = totals[c] == 0 ? 0 : group[c] / (double) totals[c];
            cost += more * (2 * shares[c] + more);
        }
        return cost;
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
