package org.orrery.external;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.orrery.analysis.ProcessSpec;
import org.orrery.analysis.UnitOutput;

/**
 * What a program has left when it has ended, until it is kept. For one thread.
 *
 * @param end how it ended
 * @param board its metrics
 * @param log what it printed
 * @param reader what has read it
 * @param directory where it ran
 * @param own that folder, when it was made for the program and goes away after it
 * @param artifacts patterns of the files that are kept
 */
record ProgramRun(ProcessSpec.End end, MetricBoard board, LogLines log, LineReader reader, Path directory, Optional<Path> own,
        List<String> artifacts) implements AutoCloseable {
    /** The rows of all metrics. */
    static final String METRICS = "metrics";
    /** The metrics for a program that goes on. */
    static final String SERIES = "series";

    /** Whether it was ended because the user stopped the run. */
    boolean stopped() {
        return end.stopped();
    }

    /** Keeps metrics, files and the rest of the log with the run. */
    ExternalOutcome.Ended keep(UnitOutput output) throws IOException {
        board.tables(table -> output.rows(METRICS, table));
        if (end.stopped()) {
            output.state(SERIES, board.bytes());
        }
        log.keepRest(output);
        return new ExternalOutcome.Ended(end.exitCode(), end.outOfTime(), end.stopped(), end.seconds(), end.cpuSeconds(), end.peakRssMiB(),
                log.count(), log.unheard(), board.summaries(), reader.tooSlow(), new KeptFiles(directory).keep(artifacts, output), log.lastWords());
    }

    @Override
    public void close() throws IOException {
        log.close();
        board.close();
        if (own.isPresent()) {
            delete(own.get());
        }
    }

    /** Deletes a folder with all in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
