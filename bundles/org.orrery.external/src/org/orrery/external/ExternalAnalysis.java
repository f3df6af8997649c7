package org.orrery.external;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
    @Override
    public void check(ExternalSettings settings, InputSchemas inputs, Problems problems) {
        if (settings.command().isEmpty() || settings.command().get(0).isBlank()) {
            problems.error(Code.BAD_SETTING, "command", Messages.ExternalAnalysis_noCommand);
            return;
        }
        checkWords("command", settings.command(), settings, inputs, problems);
        checkWords("resumeArguments", settings.resumeArguments(), settings, inputs, problems);
        settings.workingDirectory().filter(directory -> !Path.of(directory).isAbsolute() || !Files.isDirectory(Path.of(directory))).ifPresent(directory -> problems
                .error(Code.BAD_SETTING, "workingDirectory", NLS.bind(Messages.ExternalAnalysis_directory, directory)));
        for (int i = 0; i < settings.metrics().size(); i++) {
            tell(MetricCheck.of(settings.metrics().get(i), "metrics[" + i + "]"), problems);
        }
        for (int i = 0; i < settings.artifacts().size(); i++) {
            tell(MetricCheck.glob(settings.artifacts().get(i), "artifacts[" + i + "]"), problems);
        }
        if (settings.successExitCodes().isEmpty()) {
            problems.error(Code.BAD_SETTING, "successExitCodes", Messages.ExternalAnalysis_noSuccess);
        }
        if (!Charset.isSupported(settings.charset())) {
            problems.error(Code.BAD_SETTING, "charset", NLS.bind(Messages.ExternalAnalysis_charset, settings.charset()));
        }
        checkResume(settings, problems);
        checkInput(settings, inputs, problems);
    }

    private static void checkWords(String setting, List<String> words, ExternalSettings settings, InputSchemas inputs, Problems problems) {
        new CommandTemplate(words, settings.parameters()).unknown(inputs.first(DATA).isPresent(), !setting.equals("command"))
                .ifPresent(place -> problems.error(Code.BAD_SETTING, setting, NLS.bind(Messages.ExternalAnalysis_place, place)));
    }

    private static void checkResume(ExternalSettings settings, Problems problems) {
        settings.checkpoint().ifPresent(glob -> tell(MetricCheck.glob(glob, "checkpoint"), problems));
        if (!settings.resumeArguments().isEmpty() && settings.workingDirectory().isEmpty()) {
            problems.error(Code.BAD_SETTING, "resumeArguments", Messages.ExternalAnalysis_resumeWhere);
        }
        if (settings.checkpoint().isEmpty() && settings.resumeArguments().stream().anyMatch(word -> word.contains(CommandTemplate.CHECKPOINT))) {
            problems.error(Code.BAD_SETTING, "checkpoint", Messages.ExternalAnalysis_noCheckpoint);
        }
    }

    private static void checkInput(ExternalSettings settings, InputSchemas inputs, Problems problems) {
        if (settings.standardInput().isEmpty()) {
            return;
        }
        String file = settings.standardInput().get();
        if (file.equals(CommandTemplate.DATASET)) {
            if (inputs.first(DATA).isEmpty()) {
                problems.error(Code.BAD_SETTING, "standardInput", NLS.bind(Messages.ExternalAnalysis_place, "dataset"));
            }
        } else if (!Path.of(file).isAbsolute() || !Files.isReadable(Path.of(file))) {
            problems.error(Code.BAD_SETTING, "standardInput", NLS.bind(Messages.ExternalAnalysis_input, file));
        }
    }

    private static void tell(Optional<MetricCheck.Flaw> flaw, Problems problems) {
        flaw.ifPresent(each -> problems.error(Code.BAD_SETTING, each.setting(), each.message()));
    }

    @Override
    public Workload<?> prepare(ExternalSettings settings, Inputs inputs, PrepareContext context) throws AnalysisException {
        List<Input> data = inputs.all(DATA);
        Optional<Path> file = data.isEmpty() ? Optional.empty() : Optional.of(data.get(0).dataset().source());
        return new ExternalWorkload(settings, new ProgramUnit(settings, file));
    }
}
