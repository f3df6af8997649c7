package org.orrery.jobs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.orrery.data.Dataset;

/**
 * What is asked for; frozen when it is accepted.
 *
 * @param analysis the id of the analysis
 * @param name what the user calls the run; empty: made from analysis and data set
 * @param inputs the data sets by input name
 * @param settings in the plain form of {@code SettingsSchema}; what is not given gets its default
 * @param seed where all chance of the run starts
 * @param threads how many threads its units may use together; 0: as the scheduler thinks fit
 */
public record RunRequest(String analysis, String name, Map<String, List<Dataset>> inputs, Map<String, Object> settings, long seed,
        int threads) {
    /** The seed when the user gives none. */
    public static final long DEFAULT_SEED = 12345;

    public RunRequest {
        Objects.requireNonNull(analysis, "analysis");
        Objects.requireNonNull(name, "name");
        // In the order given: the first data set gives the run its name.
        Map<String, List<Dataset>> ordered = new LinkedHashMap<>();
        inputs.forEach((input, datasets) -> ordered.put(input, List.copyOf(datasets)));
        inputs = Collections.unmodifiableMap(ordered);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        if (threads < 0) {
            throw new IllegalArgumentException("threads must not be negative");
        }
    }
}
