package org.orrery.classification;

import java.util.Optional;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;
import org.orrery.learning.ClassifierKind;

/**
 * What can be asked about a stored comparison of two classes. Costs are those of one row; a gain is a negative cost.
 *
 * @param threshold the probability of the positive class from which it is predicted
 * @param falsePositiveCost of a row of the other class that is predicted positive
 * @param falseNegativeCost of a positive row that is not
 * @param truePositiveCost of a positive row that is predicted so
 * @param trueNegativeCost of a row of the other class that is predicted so
 * @param objective what the best threshold is chosen for
 * @param atLeast the recall or precision that the objective asks for
 * @param rowsOf the model whose rows behind a cell of the confusion matrix are shown; empty: the best
 * @param actual the actual class of those rows; empty: any
 * @param predicted the predicted class of those rows, at the threshold when there are two; empty: any
 * @param probabilityOf the class whose probability lies between the two ends; empty: the one that is predicted
 * @param lower that probability is at least this; empty: any
 * @param upper and less than this, or 1; empty: any
 */
public record ClassificationQuestion(@Default("0.5") @Range(min = 0, max = 1) double threshold, @Default("1") double falsePositiveCost,
        @Default("1") double falseNegativeCost, @Default("0") double truePositiveCost, @Default("0") double trueNegativeCost,
        @Default("cost") ThresholdObjective objective, @Default("0.8") @Range(min = 0, max = 1) double atLeast,
        @Advanced Optional<ClassifierKind> rowsOf, @Advanced Optional<String> actual, @Advanced Optional<String> predicted,
        @Advanced Optional<String> probabilityOf, @Range(min = 0, max = 1) @Advanced Optional<Double> lower,
        @Range(min = 0, max = 1) @Advanced Optional<Double> upper) {
    /** What these counts cost together. */
    double cost(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {
        return truePositives * truePositiveCost + falsePositives * falsePositiveCost + falseNegatives * falseNegativeCost
                + trueNegatives * trueNegativeCost;
    }

    /** How good these counts are by the objective; −∞ when they do not reach what it asks for. */
    double value(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {
        double recall = (double) truePositives / (truePositives + falseNegatives);
        double precision = truePositives + falsePositives == 0 ? 0 : (double) truePositives / (truePositives + falsePositives);
        return switch (objective) {
            case COST -> -cost(truePositives, falsePositives, falseNegatives, trueNegatives);
            case F1 -> 2.0 * truePositives / (2 * truePositives + falsePositives + falseNegatives);
            case YOUDEN -> recall + (double) trueNegatives / (trueNegatives + falsePositives);
            case RECALL -> recall >= atLeast ? precision : Double.NEGATIVE_INFINITY;
            case PRECISION -> precision >= atLeast ? recall : Double.NEGATIVE_INFINITY;
        };
    }
}
