package org.orrery.ui.internal.wizard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.Estimate;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.Problems;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingsSchema;

/** Looks at what the user has typed: first each value by its annotations, then all of them against the columns. */
final class SettingsCheck {
    private final SettingsSchema<?> schema;
    private final Analysis<?> analysis;

    SettingsCheck(SettingsSchema<?> schema, Analysis<?> analysis) {
        this.schema = schema;
        this.analysis = analysis;
    }

    /**
     * What is wrong.
     *
     * @param errors the sentences by the path of the setting, in order; the empty path for the whole
     * @param warnings what the user should know
     * @param incomplete whether nothing is wrong but that a value is still missing
     */
    record Answer(Map<String, String> errors, List<String> warnings, boolean incomplete) {
    }

    Map<String, Object> defaults() {
        return schema.defaults();
    }

    /** The values with every default filled in; as they are when something is wrong with them. */
    Map<String, Object> resolved(Map<String, Object> values) {
        return plain(schema, values);
    }

    private static <S extends Record> Map<String, Object> plain(SettingsSchema<S> schema, Map<String, Object> values) {
        return schema.bind(values, (path, message) -> { }).map(schema::plain).orElse(values);
    }

    /** What a run with these values is expected to need. */
    Estimate estimate(Map<String, Object> values, InputSchemas inputs) {
        return schema.bind(values, (path, message) -> { }).map(bound -> estimate(analysis, bound, inputs)).orElse(Estimate.UNKNOWN);
    }

    // The descriptor makes analysis and schema for the same settings record.
    @SuppressWarnings("unchecked")
    private static <S extends Record> Estimate estimate(Analysis<S> analysis, Record settings, InputSchemas inputs) {
        return analysis.estimate((S) settings, inputs);
    }

    List<SettingDescriptor> settings() {
        return schema.settings();
    }

    Answer check(Map<String, Object> values, InputSchemas inputs) {
        List<String> missing = missing(schema.settings(), values);
        if (!missing.isEmpty()) {
            return new Answer(Map.of(missing.get(0), schema.find(missing.get(0)).map(SettingsCheck::request).orElse("")), List.of(), true); //$NON-NLS-1$
        }
        Map<String, String> errors = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        Optional<? extends Record> bound = schema.bind(values, errors::putIfAbsent);
        if (bound.isPresent()) {
            ask(analysis, bound.get(), inputs, new Problems() {
                @Override
                public void error(AnalysisException.Code code, String setting, String message) {
                    errors.putIfAbsent(setting, message);
                }

                @Override
                public void warning(String setting, String message) {
                    warnings.add(message);
                }
            });
        }
        return new Answer(errors, warnings, false);
    }

    private static String request(SettingDescriptor setting) {
        return org.eclipse.osgi.util.NLS.bind(Messages.SettingsCheck_missing, setting.label());
    }

    private static List<String> missing(List<SettingDescriptor> level, Map<String, Object> values) {
        return level.stream().filter(SettingDescriptor::required).map(SettingDescriptor::name).filter(name -> !values.containsKey(name))
                .toList();
    }

    // The descriptor makes analysis and schema for the same settings record.
    @SuppressWarnings("unchecked")
    private static <S extends Record> void ask(Analysis<S> analysis, Record settings, InputSchemas inputs, Problems problems) {
        analysis.check((S) settings, inputs, problems);
    }
}
