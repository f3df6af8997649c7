package org.orrery.external;

import java.util.List;

/** What became of the program, and what was made of it. */
public sealed interface ExternalOutcome permits ExternalOutcome.Ended, ExternalOutcome.Accepted, ExternalOutcome.Whole {
    /**
     * The program has ended.
     *
     * @param exitCode as the system tells it
     * @param outOfTime whether it was ended because its time was over
     * @param stopped whether it was ended because the user stopped the run and kept what there was
     * @param seconds how long it ran
     * @param cpuSeconds processor time of it and all that it started; NaN: unknown
     * @param peakRssMiB the most memory that they held together; NaN: unknown
     * @param lines how many lines it printed
     * @param unheard how many of them the log leaves out because there were too many
     * @param metrics what is to be known of each metric
     * @param slowPatterns numbers of the metric sources, from 1, that were given up because they took too long
     * @param artifacts the files kept
     * @param lastWords the last lines that it printed
     */
    record Ended(int exitCode, boolean outOfTime, boolean stopped, double seconds, double cpuSeconds, double peakRssMiB, long lines,
            long unheard, List<MetricSummary> metrics, List<Integer> slowPatterns, List<KeptFile> artifacts, List<String> lastWords)
            implements ExternalOutcome {
    }

    /**
     * A file kept with the run.
     *
     * @param name relative to the working directory
     * @param bytes its size
     * @param sha256 of its content, lower-case hexadecimal
     */
    record KeptFile(String name, long bytes, String sha256) {
    }

    /**
     * The program came to an end of its own, and nothing of a stopped one had to be kept.
     *
     * @param nothing always true: a record needs something to hold
     */
    record Whole(boolean nothing) implements ExternalOutcome {
    }

    /**
     * The end was a success.
     *
     * @param exitCode as the system told it
     */
    record Accepted(int exitCode) implements ExternalOutcome {
    }
}
