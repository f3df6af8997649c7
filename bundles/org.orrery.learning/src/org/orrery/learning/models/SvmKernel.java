package org.orrery.learning.models;

/** How similar two rows are. */
public enum SvmKernel {
    /** {@code exp(−γ · |a − b|²)}. */
    RBF,
    /** {@code (γ · a·b + c)^degree}. */
    POLYNOMIAL,
    /** {@code a·b}. */
    LINEAR
}
