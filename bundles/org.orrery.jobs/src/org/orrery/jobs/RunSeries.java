package org.orrery.jobs;

import java.util.List;

/**
 * Metrics and log lines of a run at work, as its units report them; what is shown live. All of it is on its way into the run folder,
 * also what is left out here.
 *
 * @param run the number of the run
 * @param metrics values in order
 * @param lines log lines in order
 * @param leftOut how many values and lines came too fast to be heard
 */
public record RunSeries(long run, List<StoredRun.Metric> metrics, List<StoredRun.LogLine> lines, long leftOut) {
    public RunSeries {
        metrics = List.copyOf(metrics);
        lines = List.copyOf(lines);
    }
}
