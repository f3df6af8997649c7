package org.orrery.jobs;

import java.util.List;
import java.util.stream.Stream;

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

    /**
     * This and what came after it.
     *
     * @param most so many values and so many lines; later ones are left out and counted
     */
    public RunSeries and(RunSeries later, int most) {
        List<StoredRun.Metric> values = Stream.concat(metrics.stream(), later.metrics.stream()).limit(most).toList();
        List<StoredRun.LogLine> text = Stream.concat(lines.stream(), later.lines.stream()).limit(most).toList();
        long over = metrics.size() + later.metrics.size() - values.size() + lines.size() + later.lines.size() - text.size();
        return new RunSeries(run, values, text, leftOut + later.leftOut + over);
    }
}
