package org.orrery.learning;

import org.orrery.learning.encoding.DesignMatrix;

/** A classifier that finds the probabilities of any rows without copying them: some rows, or all of them, are filled in the same way. */
public interface RowwiseClassifier extends ClassifierModel {
    @Override
    void fill(DesignMatrix rows, int from, int to, double[] all, Runnable poll);

    @Override
    default double[] probabilities(DesignMatrix rows, Runnable poll) {
        double[] all = new double[Math.multiplyExact(rows.rows(), classes())];
        fill(rows, 0, rows.rows(), all, poll);
        return all;
    }
}
