package org.orrery.learning.models;

import java.util.random.RandomGenerator;

/** Looks for the best split of one node, some columns after the other, and keeps it. For one thread. */
abstract class NodeSearch {
    private final GrowthLimits limits;
    private final SplitScore splitScore;
    private final int[] left;
    private double score = Double.NEGATIVE_INFINITY;
    private int column = -1;

    NodeSearch(TreeRows data, GrowthLimits limits) {
        this.limits = limits;
        this.splitScore = new SplitScore(limits.criterion(), data.weights());
        this.left = new int[data.classes()];
    }

    /** Forgets the tree before. */
    void beginTree() {
        reset();
    }

    /** Forgets the node before. */
    final void reset() {
        score = Double.NEGATIVE_INFINITY;
        column = -1;
    }

    /** How good the best split so far is. */
    final double score() {
        return score;
    }

    /** The column of the best split; −1 when none leaves enough rows on both sides. */
    final int column() {
        return column;
    }

    /** How often rows of each class that the best split leads to the left count. */
    final int[] left() {
        return left.clone();
    }

    /** Whether a split that leads so many rows of two classes to the left is allowed and the best so far; then it is kept. */
    final boolean improves(int tried, int zeros, int ones, int[] all) {
        if (!allows(zeros + ones, all[0] + all[1]) || !keeps(tried, splitScore.of(zeros, ones, all[0] - zeros, all[1] - ones))) {
            return false;
        }
        left[0] = zeros;
        left[1] = ones;
        return true;
    }

    /** The same for any number of classes. */
    final boolean improves(int tried, int[] counts, int leftTotal, int[] all, int total) {
        if (!allows(leftTotal, total) || !keeps(tried, splitScore.of(counts, all))) {
            return false;
        }
        System.arraycopy(counts, 0, left, 0, left.length);
        return true;
    }

    private boolean allows(int leftTotal, int total) {
        return leftTotal >= limits.minLeaf() && total - leftTotal >= limits.minLeaf();
    }

    private boolean keeps(int tried, double value) {
        if (value <= score) {
            return false;
        }
        score = value;
        column = tried;
        return true;
    }

    /** The largest value that goes left by the best split. */
    abstract double threshold();

    /**
     * Tries some columns in turn.
     *
     * @param columns of which those at places {@code from} to {@code to − 1} are tried
     * @param random what chance there is, or null
     * @return how many of them vary in the node
     */
    abstract int search(int[] columns, int from, int to, TreeNode node, RandomGenerator random);

    /** Tells for each row of the node whether the best split leads it to the left: 1, or to the right: 0. */
    abstract void sides(TreeNode node, int[] sides);
}
