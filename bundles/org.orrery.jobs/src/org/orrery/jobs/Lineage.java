package org.orrery.jobs;

import java.util.List;
import java.util.Objects;

/**
 * Where a data set comes from that a run has made.
 *
 * @param run the number of the run
 * @param analysis its analysis
 * @param unit the unit that left it
 * @param inputs the digests of the data sets that the run read, in order of its inputs
 */
public record Lineage(long run, String analysis, String unit, List<String> inputs) {
    public Lineage {
        Objects.requireNonNull(analysis, "analysis");
        Objects.requireNonNull(unit, "unit");
        inputs = List.copyOf(inputs);
    }
}
