package org.orrery.external;

import java.util.List;

/** What became of the program, and what was made of it. */
public sealed interface ExternalOutcome permits ExternalOutcome.Ended, ExternalOutcome.Accepted {
    /**
     * The program has ended.
     *
     * @param exitCode as the system tells it
     * @param outOfTime whether it was ended because its time was over
     * @param seconds how long it ran
     * @param cpuSeconds processor time of it and all that it started; NaN: unknown
     * @param peakRssMiB the most memory that they held together; NaN: unknown
     * @param lines how many lines it printed
     * @param unheard how many of them the log leaves out because there were too many
     * @param metrics what is to be known of each metric
     * @param slowPatterns numbers of the metric sources, from 1, that were given up because they took too long
     * @param artifacts the files kept, relative to the working directory
     * @param lastWords the last lines that it printed
     */
    record Ended(int exitCode, boolean outOfTime, double seconds, double cpuSeconds, double peakRssMiB, long lines, long unheard,
            List<MetricSummary> metrics, List<Integer> slowPatterns, List<String> artifacts, List<String> lastWords)
            implements ExternalOutcome {
    }

    /**
     * The end was a success.
     *
     * @param exitCode as the system told it
     */
    record Accepted(int exitCode) implements ExternalOutcome {
    }
}
