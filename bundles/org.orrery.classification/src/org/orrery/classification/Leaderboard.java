package org.orrery.classification;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.orrery.analysis.Outcomes;
import org.orrery.learning.evaluation.ClassificationMeasure;

/**
 * The models, the best first: those with all folds before those with some, then by the mean of the chosen measure; among
 * equals the simpler one first. A mean over fewer folds is not comparable, whatever its value.
 *
 * @param measure decides
 * @param scores in that order
 */
record Leaderboard(ClassificationMeasure measure, List<ModelScore> scores) {
    static Leaderboard of(ClassificationSettings settings, Outcomes<ClassificationOutcome> outcomes) {
        ClassificationMeasure measure = settings.measure();
        Comparator<ModelScore> order = Comparator.comparing((ModelScore score) -> -score.outcomes().size())
                .thenComparing((a, b) -> compare(measure, a, b)).thenComparing(ModelScore::kind);
        return new Leaderboard(measure, settings.distinctModels().stream().map(kind -> ModelScore.of(kind, outcomes))
                .sorted(order).toList());
    }

    private static int compare(ClassificationMeasure measure, ModelScore a, ModelScore b) {
        double first = a.spread(measure).mean();
        double second = b.spread(measure).mean();
        if (measure.better(first, second)) {
            return measure.better(second, first) ? 0 : -1;
        }
        return measure.better(second, first) ? 1 : 0;
    }

    /** The best model; empty while there is none with a fold. */
    Optional<ModelScore> best() {
        return scores.stream().filter(score -> !score.isEmpty()).findFirst();
    }
}
