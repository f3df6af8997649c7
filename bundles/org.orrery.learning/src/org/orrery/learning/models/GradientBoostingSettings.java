package org.orrery.learning.models;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;

/**
 * Settings of gradient boosting.
 *
 * @param rounds how many trees are grown, for more than two classes of each class
 * @param learningRate by how much each tree counts
 * @param maxDepth how many splits there may be between the root and a leaf
 * @param minWeight the least sum of second derivatives of the loss in a leaf
 * @param lambda the L2 penalty on the values of leaves
 * @param alpha the L1 penalty on the values of leaves
 * @param subsample the share of the rows, drawn by chance, that each tree is grown on
 */
public record GradientBoostingSettings(@Default("100") @Range(min = 1, max = 100_000) int rounds,
        @Default("0.3") @Range(min = 1e-6, max = 1) double learningRate, @Default("6") @Range(min = 1, max = 20) int maxDepth,
        @Default("1.0") @Range(min = 0, max = 1e9) @Advanced double minWeight,
        @Default("1.0") @Range(min = 0, max = 1e9) @Advanced double lambda,
        @Default("0.0") @Range(min = 0, max = 1e9) @Advanced double alpha,
        @Default("1.0") @Range(min = 0.01, max = 1) @Advanced double subsample) {
    /** The defaults, those of XGBoost. */
    public static final GradientBoostingSettings STANDARD = new GradientBoostingSettings(100, 0.3, 6, 1, 1, 0, 1);
}
