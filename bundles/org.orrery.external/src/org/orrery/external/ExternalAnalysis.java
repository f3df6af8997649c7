package org.orrery.external;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Analysis;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.Input;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.Inputs;
import org.orrery.analysis.PrepareContext;
import org.orrery.analysis.Problems;
import org.orrery.analysis.Workload;

/** Runs any program that trains something, and keeps its metrics, log and files as those of a run. */
public final class ExternalAnalysis implements Analysis<ExternalSettings> {
    private static final String DATA = "data";
    /** What a source of metrics may at most be, as is usual where metrics are defined by patterns. */
    private static final int LONGEST_PATTERN = 500;

    @Override
    public void check(ExternalSettings settings, InputSchemas inputs, Problems problems) {
        if (settings.command().isEmpty() || settings.command().get(0).isBlank()) {
            problems.error(Code.BAD_SETTING, "command", Messages.ExternalAnalysis_noCommand);
            return;
        }
        new CommandTemplate(settings.command(), settings.parameters()).unknown(inputs.first(DATA).isPresent())
                .ifPresent(place -> problems.error(Code.BAD_SETTING, "command", NLS.bind(Messages.ExternalAnalysis_place, place)));
        settings.workingDirectory().filter(directory -> !Path.of(directory).isAbsolute() || !Files.isDirectory(Path.of(directory))).ifPresent(directory -> problems
                .error(Code.BAD_SETTING, "workingDirectory", NLS.bind(Messages.ExternalAnalysis_directory, directory)));
        for (int i = 0; i < settings.metrics().size(); i++) {
            checkMetric(settings.metrics().get(i), "metrics[" + i + "]", problems);
        }
        for (int i = 0; i < settings.artifacts().size(); i++) {
            checkGlob(settings.artifacts().get(i), "artifacts[" + i + "]", problems);
        }
        if (settings.successExitCodes().isEmpty()) {
            problems.error(Code.BAD_SETTING, "successExitCodes", Messages.ExternalAnalysis_noSuccess);
        }
    }

    private static void checkMetric(MetricSource source, String setting, Problems problems) {
        Optional<String> pattern = source.pattern().filter(text -> !text.isEmpty());
        switch (source.format()) {
            case PATTERN -> {
                if (pattern.isEmpty() || pattern.get().length() > LONGEST_PATTERN) {
                    problems.error(Code.BAD_SETTING, setting + ".pattern", NLS.bind(Messages.ExternalAnalysis_noPattern, LONGEST_PATTERN));
                } else {
                    checkPattern(pattern.get(), setting + ".pattern", problems);
                }
            }
            case CSV -> {
                if (source.file().isEmpty()) {
                    problems.error(Code.BAD_SETTING, setting + ".file", Messages.ExternalAnalysis_noFile);
                }
            }
            default -> {
                // Nothing more is needed.
            }
        }
    }

    private static void checkPattern(String text, String setting, Problems problems) {
        try {
            Pattern pattern = Pattern.compile(text);
            if (pattern.matcher("").groupCount() == 0) {
                problems.error(Code.BAD_SETTING, setting, Messages.ExternalAnalysis_noGroup);
            }
        } catch (PatternSyntaxException e) {
            problems.error(Code.BAD_SETTING, setting, NLS.bind(Messages.ExternalAnalysis_pattern, e.getDescription(), e.getIndex() + 1));
        }
    }

    private static void checkGlob(String glob, String setting, Problems problems) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            problems.error(Code.BAD_SETTING, setting, NLS.bind(Messages.ExternalAnalysis_glob, glob, e.getDescription()));
        }
    }

    @Override
    public Workload<?> prepare(ExternalSettings settings, Inputs inputs, PrepareContext context) throws AnalysisException {
        List<Input> data = inputs.all(DATA);
        Optional<Path> file = data.isEmpty() ? Optional.empty() : Optional.of(data.get(0).dataset().source());
        return new ExternalWorkload(settings, new ProgramUnit(settings, file));
    }
}
