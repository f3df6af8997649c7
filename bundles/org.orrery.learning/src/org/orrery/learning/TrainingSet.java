package org.orrery.learning;

import org.orrery.learning.encoding.DesignMatrix;

/**
 * What a classifier is trained on. The arrays are not changed by anyone.
 *
 * @param matrix the encoded features
 * @param labels the class of each row, from 0
 * @param classes how many classes there are
 * @param weights how much each row counts, above 0
 */
public record TrainingSet(DesignMatrix matrix, int[] labels, int classes, double[] weights) {
    public TrainingSet {
        if (labels.length != matrix.rows() || weights.length != matrix.rows()) {
            throw new IllegalArgumentException("Labels, weights and rows differ in number");
        }
    }
}
