package org.orrery.learning.models;

import java.util.Arrays;

/** The nodes of a tree that grows. */
final class TreeNodes {
    private final int classes;
    private int count;
    private int[] columns = new int[16];
    private double[] thresholds = new double[16];
    private int[] lefts = new int[16];
    private int[] rights = new int[16];
    private double[] weights;

    TreeNodes(int classes) {
        this.classes = classes;
        this.weights = new double[16 * classes];
    }

    /** Adds a leaf with these weights of the classes; returns its number. */
    int add(double[] classWeights) {
        if (count == columns.length) {
            int size = count * 2;
            columns = Arrays.copyOf(columns, size);
            thresholds = Arrays.copyOf(thresholds, size);
            lefts = Arrays.copyOf(lefts, size);
            rights = Arrays.copyOf(rights, size);
            weights = Arrays.copyOf(weights, Math.multiplyExact(size, classes));
        }
        columns[count] = -1;
        System.arraycopy(classWeights, 0, weights, count * classes, classes);
        return count++;
    }

    void split(int node, int column, double threshold, int left, int right) {
        columns[node] = column;
        thresholds[node] = threshold;
        lefts[node] = left;
        rights[node] = right;
    }

    /** The tree with its leaves numbered in the order of the nodes. */
    FlatTree flat() {
        int leaves = (count + 1) / 2;
        int[] children = Arrays.copyOf(lefts, count);
        double[] values = new double[leaves * classes];
        int leaf = 0;
        for (int node = 0; node < count; node++) {
            if (columns[node] < 0) {
                double sum = 0;
                for (int c = 0; c < classes; c++) {
                    sum += weights[node * classes + c];
                }
                for (int c = 0; c < classes; c++) {
                    values[leaf * classes + c] = weights[node * classes + c] / sum;
                }
                children[node] = leaf++;
            }
        }
        return new FlatTree(Arrays.copyOf(columns, count), Arrays.copyOf(thresholds, count), children, values);
    }

    DecisionTreeModel model() {
        double[] shares = new double[count * classes];
        for (int node = 0; node < count; node++) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += weights[node * classes + c];
            }
            for (int c = 0; c < classes; c++) {
                shares[node * classes + c] = weights[node * classes + c] / sum;
            }
        }
        return new DecisionTreeModel(classes, Arrays.copyOf(columns, count), Arrays.copyOf(thresholds, count),
                Arrays.copyOf(lefts, count), Arrays.copyOf(rights, count), shares);
    }
}
