package org.orrery.classification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One combination of settings tried.
 *
 * @param model the model
 * @param scope {@code all} for all rows, else the unit of the fold among whose training rows it was tried
 * @param rung from 0; the last one has all rows
 * @param trial from 1; the first are the settings as given
 * @param values what differs from the settings as given
 * @param mean of the deciding measure over inner folds; NaN when it was not tried or is not defined
 * @param sd its deviation
 * @param rows how many rows it was tried on
 * @param seconds how long it took; 0 when there was no time left for it
 */
public record TrialOutcome(String model, String scope, int rung, int trial, List<Value> values, double mean, double sd, long rows,
        double seconds) implements ClassificationOutcome {
    /**
     * The value of a setting.
     *
     * @param path such as {@code decisionTree.maxDepth}
     * @param text as in settings
     */
    public record Value(String path, String text) {
    }

    static List<Value> values(Map<String, String> settings) {
        return settings.entrySet().stream().map(entry -> new Value(entry.getKey(), entry.getValue())).toList();
    }

    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        values.forEach(value -> settings.put(value.path(), value.text()));
        return settings;
    }

    /** Whether there was time for it. */
    boolean tried() {
        return rows > 0;
    }
}
