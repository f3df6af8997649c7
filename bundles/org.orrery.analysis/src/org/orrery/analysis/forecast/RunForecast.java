package org.orrery.analysis.forecast;

import java.util.List;
import java.util.Optional;

/**
 * How long a run will take by the clock.
 *
 * @param whole all of it, without the parts that are not known; empty when nothing is known yet
 * @param parts what is known of its parts, a model for example, in their order; they may run beside each other
 * @param unknown the ids of parts of which no earlier run tells
 * @param runs how many earlier runs tell
 */
public record RunForecast(Optional<Span> whole, List<Part> parts, List<String> unknown, int runs) {
    /** The share of runs whose time lies between the ends of a span, if things go on as before. */
    public static final double LEVEL = 0.9;
    /** No earlier run tells anything. */
    public static final RunForecast NONE = new RunForecast(Optional.empty(), List.of(), List.of(), 0);

    public RunForecast {
        parts = List.copyOf(parts);
        unknown = List.copyOf(unknown);
    }

    /**
     * A time in seconds.
     *
     * @param seconds half of all runs take longer
     * @param low one in twenty takes less
     * @param high one in twenty takes longer
     */
    public record Span(double seconds, double low, double high) {
    }

    /**
     * A part of a run.
     *
     * @param id stable
     * @param time processing, one after the other
     * @param runs how many earlier runs tell
     * @param slow whether much of the whole goes to it
     */
    public record Part(String id, Span time, int runs, boolean slow) {
    }
}
