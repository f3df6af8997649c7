package org.orrery.analysis;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A program to run inside a unit. No shell is between: the words are the program and its arguments as they are. It inherits
 * the environment of this program.
 *
 * @param command the program and its arguments, at least one word
 * @param directory where it runs
 * @param environment variables in addition to the inherited ones
 * @param limit how long it may run; empty: as long as the unit
 * @param grace how long it may take to end by itself when it is told to, before it is killed; after a cancel at most half a second
 * @param out hears each line of standard output, on a thread of its own. A line ends at a line feed, a carriage return, as progress
 *     bars use it, or both; after {@value #LONGEST_LINE} characters it is cut
 * @param err hears each line of standard error, likewise
 * @param charset how what it prints is written; bytes that are none of it become the sign for that
 * @param input the file that it reads from standard input; empty: there is nothing to read
 * @param endsOnStop whether it is told to end when the user stops the run and keeps what is there, and its unit goes on with what it
 *     left; else a stop waits for its end
 * @param usage hears once a second what it and all that it has started use, on the thread of the unit
 */
public record ProcessSpec(List<String> command, Path directory, Map<String, String> environment, Optional<Duration> limit,
        Duration grace, Consumer<String> out, Consumer<String> err, Charset charset, Optional<Path> input, boolean endsOnStop,
        Consumer<Usage> usage) {
    /** Up to how many characters a line is heard whole. */
    public static final int LONGEST_LINE = 1 << 20;

    /**
     * How a program ended.
     *
     * @param exitCode as the system tells it
     * @param outOfTime whether it was ended because its time, or that of the unit, was over
     * @param stopped whether it was ended because the user stopped the run
     * @param seconds how long it ran
     * @param cpuSeconds the time of processors that it and all that it started have used, as far as it was seen ten times a second;
     *     NaN where the system does not tell
     * @param peakRssMiB the most memory that they held together, likewise; NaN where the system does not tell
     */
    public record End(int exitCode, boolean outOfTime, boolean stopped, double seconds, double cpuSeconds, double peakRssMiB) {
    }

    /**
     * What a program and all that it has started use.
     *
     * @param seconds since its start
     * @param cpuPercent of one processor, in the last second; NaN where the system does not tell
     * @param rssMiB the memory that they hold together now; NaN where the system does not tell
     */
    public record Usage(double seconds, double cpuPercent, double rssMiB) {
    }

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(grace, "grace");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(usage, "usage");
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A program is needed");
        }
    }

    /** A program that prints UTF-8, reads nothing, and is waited for when the run is stopped. */
    public ProcessSpec(List<String> command, Path directory, Map<String, String> environment, Optional<Duration> limit, Duration grace,
            Consumer<String> out, Consumer<String> err) {
        this(command, directory, environment, limit, grace, out, err, StandardCharsets.UTF_8, Optional.empty(), false, usage -> { });
    }
}
