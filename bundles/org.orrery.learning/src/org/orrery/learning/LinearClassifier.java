package org.orrery.learning;

import org.orrery.learning.onnx.OnnxGraph;

/** A classifier that weighs encoded columns. Immutable; safe for any number of threads. */
public interface LinearClassifier extends ClassifierModel {
    /** How many weighings there are: 1 for two classes, that of the second against the first; else one per class. */
    int outputs();

    /**
     * The coefficients for encoded columns.
     *
     * @param output below {@link #outputs}
     */
    double[] coefficients(int output);

    /** The intercept that goes with {@link #coefficients}. */
    double intercept(int output);

    /** Whether e to the power of a coefficient is an odds ratio. */
    boolean logistic();

    /** The score of each output in a graph of ONNX operators. */
    default String scores(OnnxGraph graph, String columns) {
        int width = coefficients(0).length;
        double[] weights = new double[width * outputs()];
        double[] intercepts = new double[outputs()];
        for (int o = 0; o < outputs(); o++) {
            double[] own = coefficients(o);
            intercepts[o] = intercept(o);
            for (int j = 0; j < width; j++) {
                weights[j * outputs() + o] = own[j];
            }
        }
        return graph.node("Add", graph.node("MatMul", columns, graph.doubles(weights, width, outputs())), graph.doubles(intercepts, 1, outputs()));
    }
}
