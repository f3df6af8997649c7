package org.orrery.learning;

import org.orrery.learning.encoding.DesignMatrix;

/**
 * What a classifier is trained on. The arrays are not changed by anyone.
 *
 * @param matrix the encoded features
 * @param labels the class of each row, from 0
 * @param classes how many classes there are
 * @param weights how much each row counts, above 0; the same for all rows of a class
 */
public record TrainingSet(DesignMatrix matrix, int[] labels, int classes, double[] weights) {
    public TrainingSet {
        if (labels.length != matrix.rows() || weights.length != matrix.rows()) {
            throw new IllegalArgumentException("Labels, weights and rows differ in number");
        }
    }

    /**
     * How much a row of each class counts; 0 for a class without rows.
     *
     * @throws IllegalArgumentException when rows of one class count differently
     */
    public double[] classWeights() {
        double[] each = new double[classes];
        for (int i = 0; i < labels.length; i++) {
            int label = labels[i];
            if (each[label] != 0 && each[label] != weights[i]) {
                throw new IllegalArgumentException("Rows of one class count differently");
            }
            each[label] = weights[i];
        }
        return each;
    }
}
