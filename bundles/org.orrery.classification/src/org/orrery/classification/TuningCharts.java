package org.orrery.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.compare.TrialCharts;
import org.orrery.analysis.compare.TrialCharts.Trial;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.learning.ClassifierKind;

/**
 * What was tried for a model against what came of it. Of several rungs the first is shown, which has all combinations, on the same rows; of nested tuning
 * what was tried on all rows.
 */
final class TuningCharts {
    private static final int MOST_SURFACES = 3;
    private static final String PREFIX = "tuning-";

    private final ClassificationSettings settings;
    private final Texts texts;
    private final Map<String, Object> given;

    TuningCharts(ClassificationSettings settings, Texts texts) {
        this.settings = settings;
        this.texts = texts;
        this.given = SettingsSchema.of(ClassificationSettings.class).plain(settings);
    }

    List<ChartSpec> of(ClassifierKind kind, List<TrialOutcome> all) {
        List<TrialOutcome> tried = all.stream().filter(trial -> trial.model().equals(kind.id()) && trial.scope().equals(TuningPlan.ALL) && trial.rung() == 0 && trial.tried())
                .toList();
        Set<String> paths = new LinkedHashSet<>();
        tried.forEach(trial -> trial.values().forEach(value -> paths.add(value.path())));
        List<Trial> trials = tried.stream().map(trial -> new Trial(NLS.bind(Messages.TuningCharts_trial, trial.trial()), values(trial, paths), trial.mean())).toList();
        TrialCharts charts = new TrialCharts(PREFIX + kind.id(), texts.measure(settings.measure()), trials, texts::shortSetting, "tuning");
        List<ChartSpec> found = new ArrayList<>(charts.parallel(NLS.bind(Messages.TuningCharts_settings, texts.model(kind))));
        List<ChartSpec> over = charts.contours(MOST_SURFACES);
        (over.isEmpty() ? charts.scatters() : over).stream().map(chart -> titled(chart, NLS.bind(Messages.TuningCharts_of, chart.title(), texts.model(kind)))).forEach(found::add);
        return found;
    }

    private static ChartSpec titled(ChartSpec chart, String title) {
        return new ChartSpec(chart.id(), title, chart.kind(), chart.x(), chart.y(), chart.series(), chart.tableId(), chart.scales());
    }

    /** All settings that any trial has, with those as given where it has none of its own. */
    private Map<String, Object> values(TrialOutcome trial, Set<String> paths) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> own = trial.settings();
        for (String path : paths) {
            Object value = own.containsKey(path) ? own.get(path) : asGiven(given, path);
            if (value != null) {
                values.put(path, number(value.toString()));
            }
        }
        return values;
    }

    private static Object asGiven(Map<?, ?> level, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return level.get(path);
        }
        return level.get(path.substring(0, dot)) instanceof Map<?, ?> inner ? asGiven(inner, path.substring(dot + 1)) : null;
    }

    private static Object number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : text;
        } catch (NumberFormatException e) {
            // A word is a value as well.
            return text;
        }
    }
}
