package org.orrery.analysis.forecast;

import java.util.Objects;

import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.result.Result;

/**
 * A run that was completed.
 *
 * @param settings its settings
 * @param inputs its data sets
 * @param result its result
 * @param seconds how long its units took by the clock, all attempts together
 */
public record PastRun<S extends Record>(S settings, InputSchemas inputs, Result result, double seconds) {
    public PastRun {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(inputs, "inputs");
        Objects.requireNonNull(result, "result");
    }
}
