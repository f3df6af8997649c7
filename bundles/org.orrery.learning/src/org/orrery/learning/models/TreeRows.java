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
    static TreeRows of(TrainingSet training) {
        return new TreeRows(training.matrix().rows(), training.matrix().width(), training.labels(), training.classes(),
                training.classWeights());
    }
}
