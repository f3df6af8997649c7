package org.orrery.learning.models;

import org.orrery.learning.TrainingSet;

/**
 * What trees grow on, shared by all trees of a forest.
 *
 * @param rows how many rows there are
 * @param width how many columns there are
 * @param labels the class of each row
 * @param classes how many classes there are
 * @param weights how much a row of each class counts
 */
record TreeRows(int rows, int width, int[] labels, int classes, double[] weights) {
    /**
     * Trees count rows, so that all rows of a class have the same weight.
     *
     * @throws IllegalArgumentException when they have not
     */
    static TreeRows of(TrainingSet training) {
        double[] weights = new double[training.classes()];
        for (int i = 0; i < training.labels().length; i++) {
            int label = training.labels()[i];
            if (weights[label] != 0 && weights[label] != training.weights()[i]) {
                throw new IllegalArgumentException("Trees take weights of classes, not of rows");
            }
            weights[label] = training.weights()[i];
        }
        return new TreeRows(training.matrix().rows(), training.matrix().width(), training.labels(), training.classes(), weights);
    }
}
