package org.orrery.learning;

import org.orrery.learning.encoding.DesignMatrix;

/** A classifier that is built up in steps, trees for example, and can be asked as it was after each. */
public interface StagedClassifier extends ClassifierModel {
    /** How many steps there are. */
    int stages();

    /**
     * The probabilities after each of some steps, as {@link #probabilities} gives them after the last.
     *
     * @param rows encoded by the encoder that the model was trained with
     * @param wanted numbers of steps, rising, from 1
     * @param poll called at least every 100 ms; what it throws ends the work
     */
    double[][] staged(DesignMatrix rows, int[] wanted, Runnable poll);
}
