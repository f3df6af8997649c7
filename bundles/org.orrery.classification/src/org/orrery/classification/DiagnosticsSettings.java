package org.orrery.classification;

import java.util.List;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;

/**
 * What a classification finds out beside the measures.
 *
 * @param checks whether leakage and rows that stand on both sides of a division are looked for
 * @param importance of which models the features' importance is measured
 * @param importanceRepeats how often each feature is shuffled
 * @param importanceRows on how many test rows at most
 * @param explainedRows of how many held-out rows it is told which features moved the prediction
 * @param partialDependence for how many features, the most important first, the effect on the prediction is drawn
 * @param learningCurveFolds in how many folds the best model is trained on parts of the training rows
 * @param structures whether models that can be read, linear ones and the tree, are trained on all rows also when another is best
 * @param trainingCurves whether the losses of models by step of their training are kept, and the purity of the nodes of trees
 * @param validationPoints with how many values of a setting the best model is tried in the first fold; 0: none
 * @param validationParameters of which settings; none: of the first that the best model declares a range for
 * @param bootstrapReplicates how often predictions are drawn anew for intervals
 */
public record DiagnosticsSettings(@Default("true") @Advanced boolean checks, @Default("best") ImportanceScope importance,
        @Default("10") @Range(min = 1, max = 1000) @Advanced int importanceRepeats,
        @Default("2000") @Range(min = 50, max = 1_000_000) @Advanced int importanceRows,
        @Default("20") @Range(min = 0, max = 1000) int explainedRows,
        @Default("6") @Range(min = 0, max = 100) int partialDependence,
        @Default("1") @Range(min = 0, max = 100) int learningCurveFolds,
        @Default("true") @Advanced boolean structures,
        @Default("true") @Advanced boolean trainingCurves, @Default("5") @Range(min = 0, max = 50) @Advanced int validationPoints,
        @Advanced List<String> validationParameters,
        @Default("1000") @Range(min = 0, max = 100_000) @Advanced int bootstrapReplicates) {
}
