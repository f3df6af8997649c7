package org.orrery.learning.models;

import java.util.Arrays;

/**
 * The best split of one node by one column. Works through the rows in order of value and keeps, for both sides, the weight of
 * each class and the sum over classes that the criterion needs, so that each row costs the same whatever the number of
 * classes. For one thread.
 */
final class SplitSearch {
    private final SplitCriterion criterion;
    private final int minLeaf;
    private final int[] labels;
    private final double[] weights;
    private final double[] left;
    private final double[] right;

    private double bestScore = Double.NEGATIVE_INFINITY;
    private int bestColumn = -1;
    private double bestThreshold;

    SplitSearch(SplitCriterion criterion, int minLeaf, int[] labels, double[] weights, int classes) {
        this.criterion = criterion;
        this.minLeaf = minLeaf;
        this.labels = labels;
        this.weights = weights;
        this.left = new double[classes];
        this.right = new double[classes];
    }

    /** Forgets the node before. */
    void reset() {
        bestScore = Double.NEGATIVE_INFINITY;
        bestColumn = -1;
    }

    double score() {
        return bestScore;
    }

    /** −1 when no split leaves enough rows on both sides. */
    int column() {
        return bestColumn;
    }

    double threshold() {
        return bestThreshold;
    }

    /**
     * Tries all splits of a column.
     *
     * @param order rows by value
     * @param start the first place of the node in the order
     * @param end the place after its last
     * @param node the weight of each class in the node
     */
    void search(int column, double[] values, int[] order, int start, int end, double[] node) {
        if (values[order[start]] == values[order[end - 1]]) {
            return;
        }
        Arrays.fill(left, 0);
        System.arraycopy(node, 0, right, 0, node.length);
        double leftWeight = 0;
        double rightWeight = 0;
        double leftSum = 0;
        double rightSum = 0;
        for (double weight : node) {
            rightWeight += weight;
            rightSum += term(weight);
        }
        int last = end - Math.max(1, minLeaf);
        for (int i = start; i < last; i++) {
            int row = order[i];
            int label = labels[row];
            double weight = weights[row];
            leftSum += change(left[label], weight);
            left[label] += weight;
            leftWeight += weight;
            rightSum -= change(right[label] - weight, weight);
            right[label] -= weight;
            rightWeight -= weight;
            double value = values[row];
            double next = values[order[i + 1]];
            if (i - start + 1 < minLeaf || value == next) {
                continue;
            }
            double score = side(leftSum, leftWeight) + side(rightSum, rightWeight);
            if (score > bestScore) {
                bestScore = score;
                bestColumn = column;
                bestThreshold = between(value, next);
            }
        }
    }

    /** What a class of that weight adds to the sum of a side. */
    private double term(double weight) {
        if (criterion == SplitCriterion.GINI) {
            return weight * weight;
        }
        return weight > 0 ? weight * Math.log(weight) : 0;
    }

    private double change(double before, double weight) {
        return criterion == SplitCriterion.GINI ? weight * (2 * before + weight) : term(before + weight) - term(before);
    }

    /** The purity of a side times its weight, up to what all splits of a node have in common. */
    private double side(double sum, double weight) {
        return criterion == SplitCriterion.GINI ? sum / weight : sum - term(weight);
    }

    private static double between(double value, double next) {
        double middle = value / 2 + next / 2;
        return middle >= next || middle < value ? value : middle;
    }
}
