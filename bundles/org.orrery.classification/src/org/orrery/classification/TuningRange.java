package org.orrery.classification;

import java.util.List;
import java.util.Optional;

import org.orrery.analysis.settings.Default;

/**
 * What one setting of a model may be.
 *
 * @param parameter the setting, such as {@code decisionTree.maxDepth}
 * @param from the least number
 * @param to the largest number
 * @param logarithmic whether a tenfold step counts the same everywhere
 * @param values the words or numbers to choose from, instead of two ends
 */
public record TuningRange(String parameter, Optional<Double> from, Optional<Double> to, @Default("false") boolean logarithmic,
        List<String> values) {
    /** Numbers between two ends. */
    static TuningRange between(String parameter, double from, double to, boolean logarithmic) {
        return new TuningRange(parameter, Optional.of(from), Optional.of(to), logarithmic, List.of());
    }

    /** One of these. */
    static TuningRange of(String parameter, String... values) {
        return new TuningRange(parameter, Optional.empty(), Optional.empty(), false, List.of(values));
    }
}
