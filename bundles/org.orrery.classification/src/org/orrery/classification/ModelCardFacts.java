package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.settings.SettingDescriptor.Choice;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.ProjectedModel;
import org.orrery.learning.calibration.Recalibration;
import org.orrery.learning.evaluation.ClassificationMeasure;
import org.orrery.learning.file.ModelExtras.Fact;
import org.orrery.math.Spread;

/**
 * What whoever uses a model must know about it (M. Mitchell and others: Model cards for model reporting. FAT* 2019): what it predicts, from
 * what, how it was trained, how good it is and how that was measured, and where it may not hold.
 */
final class ModelCardFacts {
    /** The name of the rows with the facts, and of the artifact. */
    static final String ROWS = "modelCard";

    private final ClassificationSettings settings;
    private final ClassificationData data;
    private final Texts texts = new Texts();
    private final List<Fact> facts = new ArrayList<>();

    ModelCardFacts(ClassificationSettings settings, ClassificationData data) {
        this.settings = settings;
        this.data = data;
    }

    /**
     * All facts.
     *
     * @param fitted the model
     * @param tuned the settings that the model was trained with
     * @param seed of the run
     */
    List<Fact> of(FittedClassifier fitted, ClassificationSettings tuned, Leaderboard board, double threshold, long seed) {
        ClassifierKind kind = fitted.model().kind();
        add("model", Messages.ModelCardFacts_model, texts.model(kind));
        add("purpose", Messages.ModelCardFacts_purpose, NLS.bind(Messages.ModelCardFacts_predicts, settings.target(),
                String.join(", ", data.rows().classes())));
        if (data.positive() >= 0) {
            add("positive", Messages.ClassificationSummary_positive, data.rows().classes().get(data.positive()));
        }
        add("threshold", Messages.CurveTables_threshold, Double.isNaN(threshold) ? Messages.ModelCardFacts_mostProbable : Double.toString(threshold));
        add("features", Messages.ClassificationSummary_features, String.join(", ", data.rows().features().schema().names()));
        if (!fitted.encoder().leftOut().isEmpty()) {
            add("leftOut", Messages.ModelCardFacts_leftOut, String.join(", ", fitted.encoder().leftOut()));
        }
        if (fitted.model().plain() instanceof ProjectedModel projected) {
            add("components", Messages.ModelCardFacts_components, NLS.bind(Messages.ModelCardFacts_componentsValue, projected.components().count(),
                    Texts.share(Arrays.stream(projected.components().shares()).sum())));
        }
        settings.outlierShare().ifPresent(share -> add("outliers", Messages.ModelCardFacts_outliers, Texts.share(share)));
        add("trainedOn", Messages.ModelCardFacts_trainedOn, NLS.bind(data.isSample() ? Messages.ModelCardFacts_sampleOf : Messages.ModelCardFacts_data,
                new Object[] {data.usable().length, data.dataset().name(), data.dataset().sha256(), data.population()}));
        add("classShares", Messages.ModelCardFacts_classShares, shares());
        add("seed", Messages.ModelCardFacts_seed, Long.toString(seed));
        add("validation", Messages.ModelCardFacts_validation, validation());
        add("settings", Messages.ModelCardFacts_settings, settings(kind, tuned));
        if (settings.recalibration() != Recalibration.NONE) {
            add("recalibration", Messages.ModelCardFacts_recalibration, choice("recalibration", settings.recalibration()));
        }
        measures(kind, board);
        add("limits", Messages.ModelCardFacts_limits, Messages.ModelCardFacts_limitsText);
        return List.copyOf(facts);
    }

    private void add(String id, String label, String value) {
        facts.add(new Fact(id, label, value));
    }

    private String shares() {
        long[] counts = new long[data.classes()];
        for (int label : data.labels()) {
            counts[label]++;
        }
        List<String> shares = new ArrayList<>();
        for (int label = 0; label < counts.length; label++) {
            shares.add(data.rows().classes().get(label) + " " + Texts.share(counts[label] / (double) data.labels().length));
        }
        return String.join(", ", shares);
    }

    private static String choice(String setting, Enum<?> value) {
        String id = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return SettingsSchema.of(ClassificationSettings.class).find(setting).orElseThrow().choices().stream()
                .filter(choice -> choice.id().equals(id)).map(Choice::label).findFirst().orElse(id);
    }

    private String validation() {
        return NLS.bind(Messages.ModelCardFacts_scheme,
                new Object[] {choice("validation", settings.validation()), settings.folds(), settings.repeats()});
    }

    /** The settings of the model itself, by name. */
    private static String settings(ClassifierKind kind, ClassificationSettings tuned) {
        Object own = SettingsSchema.of(ClassificationSettings.class).plain(tuned).get(TuningSpace.component(kind));
        return own instanceof Map<?, ?> map
                ? map.entrySet().stream().map(entry -> entry.getKey() + " = " + entry.getValue()).collect(Collectors.joining(", ")) : "";
    }

    private void measures(ClassifierKind kind, Leaderboard board) {
        Optional<ModelScore> score = board.scores().stream().filter(each -> each.kind() == kind && !each.isEmpty()).findFirst();
        for (ClassificationMeasure measure : ClassificationMeasure.values()) {
            score.map(own -> own.spread(measure)).filter(spread -> !Double.isNaN(spread.mean()))
                    .ifPresent(spread -> add(measure.id(), texts.measure(measure), value(spread)));
        }
        board.scores().stream().filter(each -> each.kind() == ClassifierKind.MOST_FREQUENT && !each.isEmpty()).findFirst()
                .ifPresent(baseline -> add("baseline", Messages.ModelCardFacts_baseline, NLS.bind(Messages.ModelCardFacts_baselineValue,
                        texts.measure(board.measure()), value(baseline.spread(board.measure())))));
    }

    private static String value(Spread spread) {
        return spread.count() < 2 ? Texts.number(spread.mean()) : Texts.number(spread.mean()) + " \u00b1 " + Texts.number(spread.sd());
    }

    static Table table(List<Fact> facts) {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("item"), ColumnLabels.text("label"), ColumnLabels.text("value")));
        facts.forEach(fact -> builder.row(fact.id(), fact.label(), fact.value()));
        return builder.build();
    }

    /** The same as a text that people pass on. */
    static String markdown(List<Fact> facts) {
        StringBuilder text = new StringBuilder("# ").append(Messages.ModelCardFacts_title).append("\n\n| | |\n|---|---|\n");
        facts.forEach(fact -> text.append("| ").append(cell(fact.label())).append(" | ").append(cell(fact.value())).append(" |\n"));
        return text.toString();
    }

    private static String cell(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replace('\n', ' ').replace('\r', ' ');
    }
}
