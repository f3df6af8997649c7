package org.orrery.learning.models;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;

/**
 * Settings of the multi-layer perceptron.
 *
 * @param hidden how many units each hidden layer has
 * @param layers how many hidden layers there are
 * @param epochs how often all rows are shown at most
 * @param learningRate the size of the steps
 * @param penalty the L2 penalty on weights
 * @param batch how many rows each step looks at
 * @param earlyStopping whether a tenth of the rows is kept aside to tell when to stop
 * @param patience after how many epochs without a gain the training stops
 */
public record MultiLayerPerceptronSettings(@Default("100") @Range(min = 1, max = 10_000) int hidden,
        @Default("1") @Range(min = 1, max = 10) int layers, @Default("200") @Range(min = 1, max = 100_000) int epochs,
        @Default("0.001") @Range(min = 1e-7, max = 1) double learningRate,
        @Default("0.0001") @Range(min = 0, max = 1e6) double penalty, @Default("200") @Range(min = 1, max = 100_000) @Advanced int batch,
        @Default("true") boolean earlyStopping, @Default("10") @Range(min = 1, max = 10_000) @Advanced int patience) {
    /** The defaults. */
    public static final MultiLayerPerceptronSettings STANDARD = new MultiLayerPerceptronSettings(100, 1, 200, 0.001, 0.0001, 200, true, 10);
}
