package org.orrery.learning.models;

import java.util.Optional;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;

/**
 * Settings of the support vector machine with a kernel.
 *
 * @param kernel how similar two rows are
 * @param c what a row on the wrong side of its margin costs
 * @param gamma the γ of the kernel; empty: 1 / (columns · variance of all values)
 * @param degree the degree of the polynomial kernel
 * @param coefficient the c of the polynomial kernel
 * @param tolerance how far the conditions of the optimum may be violated
 */
public record KernelSvmSettings(@Default("rbf") SvmKernel kernel, @Default("1.0") @Range(min = 1e-10, max = 1e10) double c,
        @Range(min = 1e-12, max = 1e12) Optional<Double> gamma, @Default("3") @Range(min = 1, max = 20) int degree,
        @Default("0.0") @Range(min = -1e6, max = 1e6) @Advanced double coefficient,
        @Default("0.001") @Range(min = 1e-12, max = 1) @Advanced double tolerance) {
    /** The defaults. */
    public static final KernelSvmSettings STANDARD = new KernelSvmSettings(SvmKernel.RBF, 1, Optional.empty(), 3, 0, 1e-3);
}
