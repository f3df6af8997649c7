package org.orrery.jobs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.orrery.analysis.UnitProgress;
import org.orrery.analysis.result.Result;

/** One run as it lies on disk at the moment it was opened. Immutable and thread-safe; large tables are read on demand. */
public interface StoredRun {
    /** A unit that failed or was skipped, and why. */
    record Failure(String unit, String message) {
    }

    /**
     * A unit that ended after its run had ended without it. What it left is kept apart until the run is resumed, which takes it in, or the user throws
     * it away ({@link Runs#dropLate}).
     *
     * @param unit its id
     * @param at when it ended
     * @param seconds how long it took
     */
    record Late(String unit, Instant at, double seconds) {
    }

    /** A file kept with the run. {@code id} is unique in the run, {@code sha256} is lower-case hexadecimal. */
    record Artifact(String id, Path path, String mediaType, long bytes, String sha256) {
    }

    /** A line of the log. */
    record LogLine(Instant instant, UnitProgress.Level level, String unit, String message) {
    }

    /** One value of a series. */
    record Metric(String unit, String name, long step, Instant instant, double value) {
    }

    /**
     * Where time and memory went, over all attempts.
     *
     * @param loadSeconds reading data and preparing
     * @param runSeconds doing units
     * @param totalSeconds from start to end of each attempt, added
     * @param allocatedMiB what the threads of the run have allocated
     * @param peakHeapMiB peak heap, known only for a run in a process of its own, else NaN
     * @param peakRssMiB largest resident size of the process during the run; NaN when the system does not tell
     */
    record Costs(double loadSeconds, double runSeconds, double totalSeconds, double allocatedMiB, double peakHeapMiB, double peakRssMiB) {
    }

    /** Its line in the list. */
    RunSummary summary();

    /** What was asked for, with every setting resolved. */
    RunRequest request();

    /** The version of the bundle that ran it. */
    String analysisVersion();

    /** How many times work on it was begun. */
    int attempts();

    /** The result: final or partial; empty when the run has none, was cancelled, or nothing was committed. */
    Optional<Result> result();

    /** Failed and skipped units. */
    List<Failure> failures();

    /** The units that ended too late; a resumed run takes in what they left. */
    default List<Late> late() {
        return List.of();
    }

    /** The sentence and code of the error that ended it. */
    Optional<RunException.Problem> error();

    /** Its files. */
    List<Artifact> artifacts();

    /** Its log, oldest first. */
    List<LogLine> log();

    /** The values its units reported, oldest first. */
    List<Metric> metrics();

    /** How it stands against the baseline of its analysis and data set; empty when there was none when it ended. */
    default Optional<BaselineVerdict> verdict() {
        return Optional.empty();
    }

    /** Time and memory. */
    Costs costs();

    /** Its folder. */
    Path folder();
}
