package org.orrery.learning;

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
}
