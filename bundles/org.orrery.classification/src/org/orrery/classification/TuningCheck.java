package org.orrery.classification;

import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.Problems;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.learning.ClassifierKind;

/** Holds the ranges of tuning against the settings of the models. */
final class TuningCheck {
    private final ClassificationSettings settings;
    private final Problems problems;

    TuningCheck(ClassificationSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    void run() {
        for (int i = 0; i < settings.tuning().ranges().size(); i++) {
            range("tuning.ranges[" + i + "]", settings.tuning().ranges().get(i));
        }
        for (String parameter : settings.diagnostics().validationParameters()) {
            boolean known = TuningSpace.kind(parameter)
                    .map(kind -> !TuningSpace.values(settings, kind, parameter, 2).isEmpty()).orElse(false);
            if (!known) {
                problems.error(Code.BAD_SETTING, "diagnostics.validationParameters", NLS.bind(Messages.SettingsCheck_noCurve, parameter));
            }
        }
        if (settings.tuning().method() != TuningMethod.NONE) {
            for (ClassifierKind kind : settings.tunedModels()) {
                if (!settings.models().contains(kind) || TuningSpace.of(settings, kind).isEmpty()) {
                    problems.warning("tunedModels", NLS.bind(Messages.SettingsCheck_notTuned, kind.id()));
                }
            }
        }
    }

    private void range(String path, TuningRange range) {
        boolean ofModel = range.parameter().contains(".") && !range.parameter().startsWith("tuning.") && !range.parameter().startsWith("diagnostics.");
        if (!ofModel || SettingsSchema.of(ClassificationSettings.class).find(range.parameter()).isEmpty()) {
            problems.error(Code.BAD_SETTING, path + ".parameter", NLS.bind(Messages.SettingsCheck_noParameter, range.parameter()));
            return;
        }
        if (range.values().isEmpty() && !isRange(range)) {
            problems.error(Code.BAD_SETTING, path, NLS.bind(Messages.SettingsCheck_badRange, range.parameter()));
            return;
        }
        for (String value : range.values().isEmpty() ? List.of(end(range.from().orElseThrow()), end(range.to().orElseThrow())) : range.values()) {
            try {
                TuningSpace.with(settings, Map.of(range.parameter(), value));
            } catch (IllegalArgumentException e) {
                problems.error(Code.BAD_SETTING, path, NLS.bind(Messages.SettingsCheck_badValue, range.parameter(), e.getMessage()));
            }
        }
    }

    private static boolean isRange(TuningRange range) {
        return range.from().isPresent() && range.to().isPresent() && range.from().get() < range.to().get()
                && (!range.logarithmic() || range.from().get() > 0);
    }

    private static String end(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }
}
