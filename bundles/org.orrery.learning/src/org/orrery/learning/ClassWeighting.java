package org.orrery.learning;

import java.util.Arrays;

/** How much the rows of each class count in training. */
public enum ClassWeighting {
    /** All rows count the same. */
    NONE,
    /** All classes count the same: a row counts n / (classes · rows of its class). */
    BALANCED,
    /** Each class as it is told. */
    CUSTOM;

    /**
     * The weights of rows with these labels; all 1 for {@link #CUSTOM}, whose weights stand in {@link ClassWeights}.
     */
    public double[] weights(int[] labels, int classes) {
        double[] weights = new double[labels.length];
        Arrays.fill(weights, 1);
        if (this == BALANCED) {
            int[] counts = new int[classes];
            for (int label : labels) {
                counts[label]++;
            }
            int present = (int) Arrays.stream(counts).filter(count -> count > 0).count();
            for (int i = 0; i < labels.length; i++) {
                weights[i] = labels.length / ((double) present * counts[labels[i]]);
            }
        }
        return weights;
    }
}
