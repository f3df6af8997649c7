package org.orrery.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line in the list of runs.
 *
 * @param id the number of the run, from 1, unique in its workspace
 * @param analysis the id of the analysis
 * @param name what the user calls it
 * @param state what it is doing or how it ended
 * @param submitted when it was accepted
 * @param started when its first attempt began; empty while it waits
 * @param finished when its last attempt ended
 * @param dataset the name of its first data set; empty for none
 * @param bestName the name of its headline figure; empty for none
 * @param bestValue the value of that figure; NaN for none
 * @param units how far it is
 * @param resumable whether it can be resumed
 * @param tags the user's words for it
 * @param note what the user has to say about it; empty for nothing
 * @param others the names of its data sets after the first; lines that come from the index do not have them
 */
public record RunSummary(long id, String analysis, String name, RunState state, Instant submitted, Optional<Instant> started,
        Optional<Instant> finished, String dataset, String bestName, double bestValue, UnitCounts units, boolean resumable,
        List<String> tags, String note, List<String> others) {
    public RunSummary {
        tags = List.copyOf(tags);
        others = others == null ? List.of() : List.copyOf(others);
        Objects.requireNonNull(note, "note");
    }

    /** A line of a run with one data set or none. */
    public RunSummary(long id, String analysis, String name, RunState state, Instant submitted, Optional<Instant> started,
            Optional<Instant> finished, String dataset, String bestName, double bestValue, UnitCounts units, boolean resumable,
            List<String> tags, String note) {
        this(id, analysis, name, state, submitted, started, finished, dataset, bestName, bestValue, units, resumable, tags, note, List.of());
    }

    /** The names of all its data sets, as far as they are known: the first and the others. */
    public List<String> datasets() {
        return Stream.concat(Stream.of(dataset).filter(name -> !name.isEmpty()), others.stream()).distinct().toList();
    }

    /** A line without a note. */
    public RunSummary(long id, String analysis, String name, RunState state, Instant submitted, Optional<Instant> started,
            Optional<Instant> finished, String dataset, String bestName, double bestValue, UnitCounts units, boolean resumable,
            List<String> tags) {
        this(id, analysis, name, state, submitted, started, finished, dataset, bestName, bestValue, units, resumable, tags, "");
    }
}
