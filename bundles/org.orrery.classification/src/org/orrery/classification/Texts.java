package org.orrery.classification;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Names;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingDescriptor.Choice;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.evaluation.ClassificationMeasure;

/** What users read for models, measures and numbers: the same words as in the form of the settings. */
final class Texts {
    private static final int MOST_NAMES = 10;

    private final SettingsSchema<ClassificationSettings> schema = SettingsSchema.of(ClassificationSettings.class);
    private final Map<String, String> models;
    private final Map<String, String> measures;

    Texts() {
        models = choices(schema, "models");
        measures = choices(schema, "measure");
    }

    private static Map<String, String> choices(SettingsSchema<?> schema, String setting) {
        return schema.find(setting).orElseThrow().choices().stream().collect(Collectors.toMap(Choice::id, Choice::label));
    }

    String model(ClassifierKind kind) {
        return models.get(kind.id());
    }

    String measure(ClassificationMeasure measure) {
        return measures.get(measure.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** What users read for a setting, with the group that it stands in; the path itself when there is no such setting. */
    String setting(String path) {
        int dot = path.indexOf('.');
        String label = schema.find(path).map(SettingDescriptor::label).orElse(path);
        return dot < 0 ? label : schema.find(path.substring(0, dot)).map(group -> group.label() + ", " + label).orElse(label);
    }

    /** What users read for a setting where its group is known. */
    String shortSetting(String path) {
        return schema.find(path).map(SettingDescriptor::label).orElse(path);
    }

    /** What users read for the words in tables, figures and units. */
    Names names() {
        Map<String, String> byId = Arrays.stream(ClassificationMeasure.values()).collect(Collectors.toMap(ClassificationMeasure::id, this::measure));
        Map<String, Map<String, String>> values = new HashMap<>();
        List.of("model", "other", "bestModel", "cheapestModel").forEach(place -> values.put(place, models));
        values.put("measure", byId);
        values.put("status", Map.of("complete", Messages.Texts_complete, "partial # of #", Messages.Texts_partial, "waiting", Messages.Texts_waiting,
                "failed", Messages.Texts_failed, "skipped", Messages.Texts_skipped));
        values.put("method", Map.of("corrected-t", Messages.Texts_correctedT, "bootstrap", Messages.Texts_bootstrap));
        values.put("outcome", Map.of("chosen", Messages.Texts_chosen, "tried", Messages.Texts_tried, "no-time", Messages.Texts_noTime));
        Map<String, String> units = new HashMap<>(models);
        units.putAll(Map.of(UnitPlan.CHECKS, Messages.UnitPlan_checks, UnitPlan.REFIT, Messages.UnitPlan_refit, UnitPlan.FINAL_TEST, Messages.UnitPlan_finalTest,
                UnitPlan.INTERVALS, Messages.UnitPlan_intervals, UnitPlan.SLICES, Messages.UnitPlan_slices, UnitPlan.IMPORTANCE, Messages.UnitPlan_importance));
        units.putAll(Map.of("learning-curve", Messages.Texts_learningCurve, "validation-curve", Messages.Texts_validationCurve, "structure",
                Messages.Texts_structure, "fold-#", Messages.Texts_fold, "repeat-#", Messages.Texts_repetition, "#", Messages.Texts_percent,
                "setting-#", Messages.Texts_setting, "point-#", Messages.Texts_point));
        units.putAll(Map.of("tune", Messages.Texts_tuning, TuningPlan.ALL, Messages.Texts_allFolds, "repeat-#-fold-#", Messages.Texts_foldOfRepetition,
                "rung-#", Messages.Texts_rung, "trial-#", Messages.Texts_trial));
        return new Names(values, units, byId);
    }

    /** Labels of all measures and their deviations by column name. */
    Map<String, String> measureColumns(Function<String, String> deviation) {
        Map<String, String> labels = new HashMap<>();
        for (ClassificationMeasure measure : ClassificationMeasure.values()) {
            labels.put(measure.id(), measure(measure));
            labels.put(measure.id() + "Sd", deviation.apply(measure(measure)));
        }
        return labels;
    }

    /** Names with commas between them; of many only the first ten and how many more there are. */
    static String list(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return names.size() <= MOST_NAMES ? first : NLS.bind(Messages.Texts_more, first, names.size() - MOST_NAMES);
    }

    /** A share as a percentage with one decimal. */
    static String share(double value) {
        return String.format(Locale.ROOT, "%.1f %%", value * 100);
    }

    /** Seconds as they were told, without decimals that say nothing. */
    static String seconds(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }

    /** A number with three decimals. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
