package org.orrery.external;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.UnitProgress;
import org.orrery.analysis.program.ProgramSpec;
import org.orrery.analysis.program.Programs;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.Table;
import org.osgi.service.component.annotations.Component;

/** Descriptions of programs as JSON, those that come with Orrery, and logs read again. */
@Component
public final class ExternalPrograms implements Programs {
    private static final List<String> PRESETS = List.of("ctgan", "key-value", "rave");

    @Override
    public ProgramSpec read(Path file) throws AnalysisException {
        try {
            return new SpecReader(file.toString(), file.toAbsolutePath().getParent()).spec(Files.readString(file));
        } catch (IOException e) {
            throw new AnalysisException(Code.UNREADABLE_FILE, NLS.bind(Messages.SpecReader_unreadable, file));
        }
    }

    @Override
    public String text(ProgramSpec spec) {
        return SpecWriter.text(spec);
    }

    @Override
    public void write(ProgramSpec spec, Path file) throws AnalysisException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(next, text(spec).getBytes(StandardCharsets.UTF_8));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new AnalysisException(Code.UNREADABLE_FILE, NLS.bind(Messages.ExternalPrograms_unwritable, file));
        }
    }

    @Override
    public List<String> presets() {
        return PRESETS;
    }

    @Override
    public ProgramSpec preset(String name) throws AnalysisException {
        if (!PRESETS.contains(name)) {
            throw new AnalysisException(Code.BAD_SETTING, "preset",
                    NLS.bind(Messages.ExternalPrograms_noPreset, name, PRESETS.stream().collect(Collectors.joining(", "))));
        }
        try (InputStream in = ExternalPrograms.class.getResourceAsStream("presets/" + name + ".json")) {
            return new SpecReader(name, null).spec(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("A preset comes with the program", e);
        }
    }

    @Override
    public Result parse(List<Line> log, Map<String, ?> settings) throws AnalysisException {
        LineReader reader = new LineReader(sources(settings));
        Table values;
        MetricResult series;
        try (MetricBoard board = new MetricBoard(new Silent(), "step", 0)) {
            log.forEach(line -> reader.readings(AnsiText.strip(line.text())).ifPresent(readings -> board.take(readings, line.seconds())));
            values = board.table();
            series = new MetricResult(board.summaries());
        } catch (IOException e) {
            throw new AnalysisException(Code.UNREADABLE_FILE, NLS.bind(Messages.ExternalPrograms_values, e.getMessage()));
        }
        Result.Builder result = Result.builder();
        series.figures(result);
        result.table(ColumnNames.table("metrics", Messages.ExternalResult_metrics, values));
        result.table(ColumnNames.table("summary", Messages.ExternalResult_summary, series.summary()));
        MetricResult.charts(block -> block.accept(values)).forEach(result::chart);
        if (!reader.tooSlow().isEmpty()) {
            result.warning("pattern-too-slow", NLS.bind(Messages.ExternalResult_slow,
                    reader.tooSlow().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        return result.build();
    }

    /** The sources among settings in plain form. */
    public static List<MetricSource> sources(Map<String, ?> settings) throws AnalysisException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("metrics", settings.get("metrics") == null ? List.of() : settings.get("metrics"));
        List<AnalysisException> errors = new ArrayList<>();
        Optional<ExternalSettings> bound = SettingsSchema.of(ExternalSettings.class).bind(values,
                (path, message) -> errors.add(new AnalysisException(Code.BAD_SETTING, path, message)));
        if (bound.isEmpty()) {
            throw errors.get(0);
        }
        return bound.get().metrics();
    }

    private static final class Silent implements UnitProgress {
        @Override
        public void worked(long done, long total, String what) {
            // Nobody waits.
        }

        @Override
        public void metric(String name, long step, double value) {
            // The board has it.
        }

        @Override
        public void log(Level level, String message) {
            // Nothing is said here.
        }
    }
}
