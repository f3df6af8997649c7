package org.orrery.analysis.compare;

import java.util.Map;
import java.util.Objects;

import org.orrery.analysis.result.Result;

/**
 * A run to compare.
 *
 * @param settings its frozen settings in plain form
 * @param data what identifies the content of its inputs, by the name of the input
 * @param seed its seed
 * @param result its result
 */
public record MeasuredRun(Map<String, Object> settings, Map<String, String> data, long seed, Result result) {
    public MeasuredRun {
        Objects.requireNonNull(settings, "settings");
        data = Map.copyOf(data);
        Objects.requireNonNull(result, "result");
    }
}
