package org.orrery.testkit.internal.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.testkit.ConformanceCheck;
import org.orrery.testkit.Rule;
import org.orrery.testkit.Violation;
import org.orrery.testkit.internal.stage.SameValues;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;

/** Settings: through JSON, through {@code --set}, explained, and kept in their ranges. */
public final class SettingsRules {
    private final Trial trial;
    private final Gson json = new GsonBuilder().serializeNulls().serializeSpecialFloatingPointValues()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

    /** The rules for that case. */
    public SettingsRules(Trial trial) {
        this.trial = trial;
    }

    /** Their checks. */
    public List<ConformanceCheck> checks() {
        return List.of(
                new ConformanceCheck(Rule.SETTINGS, trial.name() + ": through JSON", this::throughJson),
                new ConformanceCheck(Rule.SETTINGS, trial.name() + ": one by one, as text", this::oneByOne),
                new ConformanceCheck(Rule.SETTINGS, trial.name() + ": explained in words", this::explained),
                new ConformanceCheck(Rule.SETTINGS, trial.name() + ": refused outside their ranges", this::refused));
    }

    private SettingsSchema<?> schema() throws Exception {
        return trial.stage().subject().settings();
    }

    private List<Violation> throughJson() throws Exception {
        return throughJson(schema());
    }

    private <S extends Record> List<Violation> throughJson(SettingsSchema<S> schema) throws Exception {
        List<Violation> violations = new ArrayList<>();
        Optional<S> settings = bind(schema, trial.stage().settings(trial.subject()), violations);
        if (settings.isPresent()) {
            String text = json.toJson(schema.plain(settings.get()));
            Map<?, ?> read = json.fromJson(text, Map.class);
            Map<String, Object> plain = new LinkedHashMap<>();
            read.forEach((name, value) -> plain.put(String.valueOf(name), value));
            Optional<S> back = bind(schema, plain, violations);
            if (back.isPresent() && !SameValues.same(settings.get(), back.get())) {
                violations.add(trial.violation(Rule.SETTINGS, settings.get() + " became " + back.get() + " through " + text));
            }
        }
        return violations;
    }

    private <S extends Record> Optional<S> bind(SettingsSchema<S> schema, Map<String, Object> plain, List<Violation> violations) {
        return schema.bind(plain, (path, message) -> violations.add(trial.violation(Rule.SETTINGS, path + ": " + message)));
    }

    private List<Violation> oneByOne() throws Exception {
        return oneByOne(schema());
    }

    private <S extends Record> List<Violation> oneByOne(SettingsSchema<S> schema) throws Exception {
        List<Violation> violations = new ArrayList<>();
        Optional<S> settings = bind(schema, trial.stage().settings(trial.subject()), violations);
        if (settings.isPresent()) {
            Map<String, String> texts = new LinkedHashMap<>();
            flatten("", schema.plain(settings.get()), texts);
            Map<String, Object> plain = schema.defaults();
            texts.forEach((path, text) -> schema.set(plain, path, text)
                    .ifPresent(sentence -> violations.add(trial.violation(Rule.SETTINGS, path + "=" + text + ": " + sentence))));
            Optional<S> back = bind(schema, plain, violations);
            if (back.isPresent() && !SameValues.same(settings.get(), back.get())) {
                violations.add(trial.violation(Rule.SETTINGS, settings.get() + " became " + back.get() + " through " + texts));
            }
        }
        return violations;
    }

    private static void flatten(String path, Object value, Map<String, String> texts) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> flatten(path.isEmpty() ? String.valueOf(name) : path + "." + name, inner, texts));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int i = 0; i < list.size(); i++) {
                flatten(path + "[" + i + "]", list.get(i), texts);
            }
        } else if (value instanceof List<?> list) {
            texts.put(path, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
        } else if (value != null) {
            texts.put(path, String.valueOf(value));
        }
    }

    private List<Violation> explained() throws Exception {
        List<Violation> violations = new ArrayList<>();
        explained("", schema().settings(), violations);
        return violations;
    }

    private void explained(String prefix, List<SettingDescriptor> settings, List<Violation> violations) {
        for (SettingDescriptor setting : settings) {
            String path = prefix + setting.name();
            if (setting.label().isBlank() || setting.label().equals(setting.name())) {
                violations.add(trial.violation(Rule.SETTINGS, path + " has no label"));
            }
            Sentences.fault(setting.help()).ifPresent(fault -> violations.add(trial.violation(Rule.SETTINGS, path + " is not explained: " + fault)));
            setting.choices().stream().filter(choice -> choice.label().isBlank())
                    .forEach(choice -> violations.add(trial.violation(Rule.SETTINGS, path + "=" + choice.id() + " has no label")));
            explained(path + ".", setting.nested(), violations);
        }
    }

    private List<Violation> refused() throws Exception {
        List<Violation> violations = new ArrayList<>();
        SettingsSchema<?> schema = schema();
        for (SettingDescriptor setting : schema.settings()) {
            if (setting.kind() == SettingDescriptor.Kind.INTEGER || setting.kind() == SettingDescriptor.Kind.REAL) {
                for (double end : new double[] {setting.min() - 1, setting.max() + 1}) {
                    refused(schema, setting, end, violations);
                }
            }
        }
        return violations;
    }

    private void refused(SettingsSchema<?> schema, SettingDescriptor setting, double value, List<Violation> violations) throws Exception {
        if (Double.isInfinite(value) || value == Math.rint(value) && Math.abs(value) > 1L << 31) {
            return;
        }
        Map<String, Object> plain = trial.stage().settings(trial.subject());
        Object number = setting.kind() == SettingDescriptor.Kind.INTEGER ? (Object) (long) value : (Object) value;
        plain.put(setting.name(), setting.list() ? List.of(number) : number);
        List<String> said = new ArrayList<>();
        boolean bound = schema.bind(plain, (path, message) -> said.add(message)).isPresent();
        if (bound) {
            violations.add(trial.violation(Rule.SETTINGS, setting.name() + "=" + value + " is outside its range, but was taken"));
        }
        said.forEach(message -> Sentences.fault(message)
                .ifPresent(fault -> violations.add(trial.violation(Rule.SETTINGS, setting.name() + "=" + value + ": " + fault))));
    }
}
