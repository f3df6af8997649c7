package org.orrery.classification;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.result.Result;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.ClassifierKind;

/** What tuning has tried and chosen. */
final class TuningTables {
    private final ClassificationSettings settings;
    private final Texts texts;
    private final Outcomes<ClassificationOutcome> outcomes;
    private final Result.Builder result;

    TuningTables(ClassificationSettings settings, Texts texts, Outcomes<ClassificationOutcome> outcomes, Result.Builder result) {
        this.settings = settings;
        this.texts = texts;
        this.outcomes = outcomes;
        this.result = result;
    }

    void add(List<TrialOutcome> trials) {
        TuningPlan plan = new TuningPlan(settings);
        Set<TrialOutcome> chosen = new HashSet<>();
        for (String scope : trials.stream().map(TrialOutcome::scope).collect(Collectors.toCollection(LinkedHashSet::new))) {
            for (ClassifierKind kind : settings.distinctModels()) {
                Tuning.chosen(plan, kind, scope, settings, outcomes).filter(trial -> plan.isTuned(kind)).ifPresent(trial -> {
                    chosen.add(trial);
                    if (scope.equals(TuningPlan.ALL)) {
                        finding(kind, trial);
                    }
                });
            }
        }
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("scope"), ColumnLabels.whole("rung"),
                ColumnLabels.whole("trial"), ColumnLabels.text("settings"), ColumnLabels.text("measure"), ColumnLabels.real("mean"),
                ColumnLabels.real("sd"), ColumnLabels.whole("rows"), ColumnLabels.text("outcome"), ColumnLabels.real("trialSeconds")));
        for (TrialOutcome trial : trials) {
            String outcome = chosen.contains(trial) ? "chosen" : trial.tried() ? "tried" : "no-time";
            builder.row(trial.model(), trial.scope(), (long) trial.rung() + 1, (long) trial.trial(), text(trial), settings.measure().id(),
                    ScoreTables.orMissing(trial.mean()), ScoreTables.orMissing(trial.sd()), trial.rows(), outcome, trial.seconds());
        }
        result.table(new ColumnLabels().table("tuning", Messages.TuningTables_tuning, builder.build()));
        TuningCharts charts = new TuningCharts(settings, texts);
        settings.distinctModels().stream().filter(plan::isTuned).forEach(kind -> charts.of(kind, trials).forEach(result::chart));
        if (!settings.tuning().nested()) {
            result.warning("tuned-on-test-rows", Messages.TuningTables_optimistic);
        }
    }

    private void finding(ClassifierKind kind, TrialOutcome trial) {
        String found = trial.values().isEmpty() ? Messages.TuningTables_asGiven : text(trial);
        result.finding("tuned", NLS.bind(Messages.TuningTables_found, new Object[] {texts.model(kind), found, texts.measure(settings.measure()),
            Texts.number(trial.mean())}));
    }

    /** The values without the name of the model. */
    private static String text(TrialOutcome trial) {
        return trial.values().stream().map(value -> value.path().substring(value.path().indexOf('.') + 1) + " = " + value.text())
                .collect(Collectors.joining(", "));
    }
}
