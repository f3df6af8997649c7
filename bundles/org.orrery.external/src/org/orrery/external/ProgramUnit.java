package org.orrery.external;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.ProcessSpec;
import org.orrery.analysis.UnitContext;
import org.orrery.analysis.UnitProgress;

/** Runs the program once: follows what it prints and writes. */
final class ProgramUnit {
    private static final String CPU = UnitProgress.SYSTEM + "cpuPercent";
    private static final String MEMORY = UnitProgress.SYSTEM + "rssMiB";

    private final ExternalSettings settings;
    private final Optional<Path> dataset;

    ProgramUnit(ExternalSettings settings, Optional<Path> dataset) {
        this.settings = settings;
        this.dataset = dataset;
    }

    /**
     * Runs it to its end, or to that of the user's patience. In a later attempt it goes on where it can.
     *
     * @return what it has left: to be kept and closed
     * @throws AnalysisException when the program cannot be started
     */
    ProgramRun run(UnitContext context) throws Exception {
        Optional<Path> own = settings.workingDirectory().isPresent() ? Optional.empty() : Optional.of(Files.createTempDirectory("orrery-external"));
        boolean left = false;
        try {
            ProgramRun run = in(own.orElseGet(() -> Path.of(settings.workingDirectory().orElseThrow())), own, context);
            left = true;
            return run;
        } finally {
            if (!left && own.isPresent()) {
                ProgramRun.delete(own.get());
            }
        }
    }

    private ProgramRun in(Path directory, Optional<Path> own, UnitContext context) throws Exception {
        boolean again = context.compute().attempt() > 1;
        MetricBoard board = new MetricBoard(context.progress(), settings.progressName(), settings.steps());
        Optional<Path> checkpoint = again && settings.checkpoint().isPresent() ? new KeptFiles(directory).newest(settings.checkpoint().get())
                : Optional.empty();
        boolean goesOn = again && !settings.resumeArguments().isEmpty() && (settings.checkpoint().isEmpty() || checkpoint.isPresent());
        if (goesOn) {
            Optional<byte[]> before = context.output().state(ProgramRun.SERIES);
            if (before.isPresent()) {
                board.takeBefore(before.get());
            }
        }
        List<String> words = new ArrayList<>(settings.command());
        words.addAll(goesOn ? settings.resumeArguments() : List.of());
        return started(new CommandTemplate(words, settings.parameters()).filled(dataset, checkpoint), board, directory, own, context);
    }

    private ProgramRun started(List<String> words, MetricBoard board, Path directory, Optional<Path> own, UnitContext context) throws Exception {
        long began = System.nanoTime();
        Consumer<Readings> readings = each -> board.take(each, (System.nanoTime() - began) / 1e9);
        LineReader reader = new LineReader(settings.metrics());
        LogLines log = new LogLines(context.progress(), reader, readings);
        List<FollowedFiles> followed = new ArrayList<>();
        boolean ended = false;
        try {
            follow(directory, readings, followed);
            ProcessSpec.End end = context.compute().process(spec(directory, words, log, context.progress()));
            ended = true;
            return new ProgramRun(end, board, log, reader, directory, own, settings.artifacts());
        } catch (IOException e) {
            throw new AnalysisException(Code.BAD_SETTING, "command", NLS.bind(Messages.ProgramUnit_start, settings.command().get(0), e.getMessage()));
        } finally {
            close(followed);
            if (!ended) {
                log.close();
                board.close();
            }
        }
    }

    private void follow(Path directory, Consumer<Readings> readings, List<FollowedFiles> followed) {
        for (MetricSource source : settings.metrics()) {
            if (source.file().isPresent()) {
                // Opened one by one, so that those before are closed should one fail.
                followed.add(source.format() == MetricFormat.TENSORBOARD ? FollowedFiles.events(directory, source, readings)
                        : FollowedFiles.lines(directory, source, Charset.forName(settings.charset()), readings));
            }
        }
    }

    private static void close(List<FollowedFiles> followed) throws IOException {
        IOException first = null;
        for (FollowedFiles each : followed) {
            try {
                each.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private ProcessSpec spec(Path directory, List<String> words, LogLines log, UnitProgress progress) {
        Map<String, String> environment = new LinkedHashMap<>();
        settings.environment().forEach(variable -> environment.put(variable.name(), variable.value()));
        Optional<Duration> limit = settings.timeoutSeconds() > 0 ? Optional.of(seconds(settings.timeoutSeconds())) : Optional.empty();
        Optional<Path> input = settings.standardInput().map(file -> file.equals(CommandTemplate.DATASET) ? dataset.orElseThrow() : Path.of(file));
        List<String> command = new ArrayList<>(settings.nice() > 0 ? List.of("nice", "-n", Integer.toString(settings.nice())) : List.of());
        command.addAll(words);
        return new ProcessSpec(command, directory, environment, limit, seconds(settings.killGraceSeconds()), log::out, log::err,
                Charset.forName(settings.charset()), input, true, usage -> tell(usage, progress));
    }

    /** Curves beside those of the program; they are no values that it has reported. */
    private static void tell(ProcessSpec.Usage usage, UnitProgress progress) {
        long second = Math.round(usage.seconds());
        if (!Double.isNaN(usage.cpuPercent())) {
            progress.metric(CPU, second, usage.cpuPercent());
        }
        if (!Double.isNaN(usage.rssMiB())) {
            progress.metric(MEMORY, second, usage.rssMiB());
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
