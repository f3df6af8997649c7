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
 * @param isolation whether it shall have a process of its own; what the analysis demands counts besides
 */
public record RunRequest(String analysis, String name, Map<String, List<Dataset>> inputs, Map<String, Object> settings, long seed,
        int threads, Isolation isolation) {
    /**
     * A process of its own: its memory, and code outside the virtual machine, touch nothing else, and it can be ended whatever
     * it does.
     *
     * @param asked whether the user wants one though the analysis does not need it
     * @param heapMiB the whole heap of that process in MiB, should the run have one; 0: as the preferences say
     */
    public record Isolation(boolean asked, int heapMiB) {
        /** As the analysis needs it. */
        public static final Isolation AS_NEEDED = new Isolation(false, 0);
        /** In any case. */
        public static final Isolation ASKED = new Isolation(true, 0);

        public Isolation {
            if (heapMiB < 0) {
                throw new IllegalArgumentException("heapMiB must not be negative");
            }
        }
    }

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
        // Requests of runs from before there was isolation do not hold it.
        isolation = Objects.requireNonNullElse(isolation, Isolation.AS_NEEDED);
    }

    /** The names of its data sets, in the order given. */
    public List<String> datasets() {
        return inputs.values().stream().flatMap(List::stream).map(Dataset::name).toList();
    }

    /** A request without a wish for a process of its own. */
    public RunRequest(String analysis, String name, Map<String, List<Dataset>> inputs, Map<String, Object> settings, long seed, int threads) {
        this(analysis, name, inputs, settings, seed, threads, Isolation.AS_NEEDED);
    }
}
