package org.orrery.learning.models;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;

/**
 * Settings of logistic regression.
 *
 * @param c the inverse of the strength of the L2 penalty
 * @param maxIterations when to give up
 * @param tolerance the largest component of the gradient of the mean loss per row at which the search ends
 */
public record LogisticRegressionSettings(@Default("1.0") @Range(min = 1e-10, max = 1e10) double c,
        @Default("1000") @Range(min = 1, max = 1_000_000) @Advanced int maxIterations,
        @Default("1e-9") @Range(min = 1e-14, max = 1) @Advanced double tolerance) {
    /** The defaults. */
    public static final LogisticRegressionSettings STANDARD = new LogisticRegressionSettings(1, 1000, 1e-9);
}
