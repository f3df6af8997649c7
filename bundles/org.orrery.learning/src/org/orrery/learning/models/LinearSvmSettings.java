package org.orrery.learning.models;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;

/**
 * Settings of the linear support vector machine.
 *
 * @param c what a row on the wrong side of its margin costs against the L2 penalty
 * @param maxIterations when to give up
 * @param tolerance the largest component of the gradient of the mean loss per row at which the search ends
 */
public record LinearSvmSettings(@Default("1.0") @Range(min = 1e-10, max = 1e10) double c,
        @Default("1000") @Range(min = 1, max = 1_000_000) @Advanced int maxIterations,
        @Default("1e-12") @Range(min = 1e-14, max = 1) @Advanced double tolerance) {
    /** The defaults. */
    public static final LinearSvmSettings STANDARD = new LinearSvmSettings(1, 1000, 1e-12);
}
