package org.orrery.external;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.ProcessSpec;
import org.orrery.analysis.UnitContext;
import org.orrery.data.Table;

/** Runs the program once: follows what it prints and writes, keeps its metrics and files. */
final class ProgramUnit {
    /** The rows of all metrics. */
    static final String METRICS = "metrics";

    private final ExternalSettings settings;
    private final Optional<Path> dataset;

    ProgramUnit(ExternalSettings settings, Optional<Path> dataset) {
        this.settings = settings;
        this.dataset = dataset;
    }

    /** @throws AnalysisException when the program cannot be started */
    ExternalOutcome.Ended run(UnitContext context) throws Exception {
        Optional<Path> given = settings.workingDirectory().map(Path::of);
        if (given.isPresent()) {
            return in(given.get(), context);
        }
        Path own = Files.createTempDirectory("orrery-external");
        try {
            return in(own, context);
        } finally {
            delete(own);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private ExternalOutcome.Ended in(Path directory, UnitContext context) throws Exception {
        MetricBoard board = new MetricBoard(context.progress(), settings.progressName(), settings.progressTotal());
        List<LineFormat> printed = new ArrayList<>();
        List<Optional<PatternLines>> patterns = new ArrayList<>();
        List<FileTail> tails = new ArrayList<>();
        LogLines log = new LogLines(context.progress(), printed, board);
        ProcessSpec.End end;
        try {
            for (MetricSource source : settings.metrics()) {
                LineFormat format = format(source);
                patterns.add(format instanceof PatternLines lines ? Optional.of(lines) : Optional.empty());
                if (source.file().isPresent()) {
                    tails.add(new FileTail(directory.resolve(source.file().get()),
                            line -> format.read(AnsiText.strip(line)).ifPresent(board::take)));
                } else {
                    printed.add(format);
                }
            }
            end = context.compute().process(spec(directory, log));
        } catch (IOException e) {
            throw new AnalysisException(Code.BAD_SETTING, "command", NLS.bind(Messages.ProgramUnit_start, settings.command().get(0),
                    e.getMessage()));
        } finally {
            close(tails);
        }
        for (Table table : board.tables()) {
            context.output().rows(METRICS, table);
        }
        List<String> kept = new KeptFiles(directory, settings.artifacts()).keep(context.output());
        List<Integer> slow = IntStream.range(0, patterns.size()).filter(i -> patterns.get(i).filter(PatternLines::tooSlow).isPresent())
                .mapToObj(i -> i + 1).toList();
        return new ExternalOutcome.Ended(end.exitCode(), end.outOfTime(), end.seconds(), end.cpuSeconds(), end.peakRssMiB(), log.count(),
                log.unheard(), board.summaries(), slow, kept, log.lastWords());
    }

    private static void close(List<FileTail> tails) throws IOException {
        IOException first = null;
        for (FileTail tail : tails) {
            try {
                tail.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private ProcessSpec spec(Path directory, LogLines log) {
        Map<String, String> environment = new LinkedHashMap<>();
        settings.environment().forEach(variable -> environment.put(variable.name(), variable.value()));
        Optional<Duration> limit = settings.timeoutSeconds() > 0 ? Optional.of(seconds(settings.timeoutSeconds())) : Optional.empty();
        return new ProcessSpec(new CommandTemplate(settings.command(), settings.parameters()).filled(dataset), directory, environment, limit,
                seconds(settings.killGraceSeconds()), log::out, log::err);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    private static LineFormat format(MetricSource source) {
        return switch (source.format()) {
            case PATTERN -> new PatternLines(Pattern.compile(source.pattern().orElseThrow()), source.name());
            case JSON_LINES -> new JsonLines();
            case KEY_VALUE -> new KeyValueLines();
            case CSV -> new CsvLines();
        };
    }
}
