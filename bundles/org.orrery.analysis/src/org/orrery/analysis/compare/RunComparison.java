package org.orrery.analysis.compare;

import java.util.List;

/** Compares the measures of two runs. A service; thread-safe. */
public interface RunComparison {
    /**
     * The differences of what both runs have measured.
     *
     * @return empty when their results hold nothing that can be compared so
     */
    List<MeasuredDifference> compare(MeasuredRun first, MeasuredRun second);

    /** 1 when more of that measure is better, −1 when less is, 0 when it is not known. */
    int direction(String measure);
}
