package org.orrery.classification;

import java.util.Optional;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;

/**
 * From which probability of the positive class the kept model predicts it, when no threshold is given. Costs are those of one row.
 *
 * @param objective what the threshold is chosen for, among the out-of-fold predictions of the best model; empty: it predicts the more
 *     probable class
 * @param atLeast the recall or precision that the objective asks for
 * @param falsePositiveCost of a row of the other class that is predicted positive
 * @param falseNegativeCost of a positive row that is not
 */
public record ThresholdSettings(Optional<ThresholdObjective> objective, @Default("0.8") @Range(min = 0, max = 1) @Advanced double atLeast,
        @Default("1") @Advanced double falsePositiveCost, @Default("1") @Advanced double falseNegativeCost) {
    /** The first of the best over falling scores; empty when nothing is chosen or no score reaches what is asked for. */
    Optional<Double> chosen(ModelScore best) {
        if (objective.isEmpty()) {
            return Optional.empty();
        }
        ClassificationQuestion question = new ClassificationQuestion(0.5, falsePositiveCost, falseNegativeCost, 0, 0, objective.get(), atLeast,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        Double found = null;
        double most = Double.NEGATIVE_INFINITY;
        for (ThresholdCounts at : ThresholdCounts.of(best.tally(0))) {
            double value = question.value(at.confusion().count(1, 1), at.confusion().count(0, 1), at.confusion().count(1, 0), at.confusion().count(0, 0));
            if (value > most) {
                most = value;
                found = at.threshold();
            }
        }
        return Optional.ofNullable(found);
    }
}
