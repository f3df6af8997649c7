package org.orrery.classification;

import java.util.List;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;

/**
 * How settings of models are looked for before models are compared.
 *
 * @param method how
 * @param trials how many combinations are tried for each model, the settings as given among them
 * @param innerFolds in how many folds each is tried
 * @param seconds how long each model may be tuned; 0: any time
 * @param nested whether every fold looks anew among its own training rows, so that its test rows have had no say
 * @param gridPoints how many values of a number a grid holds
 * @param ranges what is looked through; none: the ranges that each model declares
 */
public record TuningSettings(@Default("none") TuningMethod method,
        @Default("10") @Range(min = 2, max = 10_000) int trials, @Default("3") @Range(min = 2, max = 100) @Advanced int innerFolds,
        @Default("0") @Range(min = 0, max = 1e9) double seconds, @Default("false") boolean nested,
        @Default("3") @Range(min = 2, max = 100) @Advanced int gridPoints, List<TuningRange> ranges) {
}
