package org.orrery.jobs.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingDescriptor.Kind;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;

/**
 * Holds new settings of a stored run against the old ones: those marked as extendable may grow, a number to a larger one
 * and a list at its end; all others are frozen.
 *
 * @param settings every setting, in plain form
 * @param grown whether any is not as it was
 */
record Extension(Map<String, Object> settings, boolean grown) {
    /**
     * The settings of a new attempt.
     *
     * @param analysis says how a wish is met
     * @param stored those of the run
     * @param changes in plain form; what is not given stays, also inside a group
     * @throws RunException bad-setting, with all that is wrong
     */
    static <S extends Record> Extension of(SettingsSchema<S> schema, Analysis<?> analysis, Map<String, Object> stored, Map<String, ?> changes)
            throws RunException {
        List<Problem> problems = new ArrayList<>();
        S former = bound(schema, stored, problems);
        Map<String, Object> before = schema.plain(former);
        Map<String, Object> merged = SettingsSchema.copy(before);
        merge(merged, changes);
        S wished = bound(schema, merged, problems);
        Map<String, Object> after = schema.plain(wished);
        compare(schema.settings(), "", before, after, problems);
        if (problems.isEmpty() && !before.equals(after)) {
            after = schema.plain(grown(analysis, former, wished, problems));
        }
        if (!problems.isEmpty()) {
            throw new RunException(problems, null);
        }
        return new Extension(after, !before.equals(after));
    }

    private static <S extends Record> S bound(SettingsSchema<S> schema, Map<String, Object> values, List<Problem> problems) throws RunException {
        Optional<S> bound = schema.bind(values, (setting, message) -> problems.add(problem(setting, message)));
        return bound.orElseThrow(() -> new RunException(problems, null));
    }

    private static <S extends Record> S grown(Analysis<?> analysis, S before, S wished, List<Problem> problems) throws RunException {
        // The schema was read from the settings class that plugin.xml names for this very analysis.
        @SuppressWarnings("unchecked")
        Analysis<S> typed = (Analysis<S>) analysis;
        try {
            return typed.grow(before, wished, new RequestCheck.Collector(problems, new ArrayList<>()));
        } catch (RuntimeException | LinkageError e) {
            // Whatever an analysis throws is no failure of the one who asks.
            throw new RunException(List.of(Failures.problem(e)), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static void merge(Map<String, Object> into, Map<String, ?> changes) {
        changes.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner && into.get(name) instanceof Map<?, ?> own) {
                // The plain form has maps of this type alone.
                merge((Map<String, Object>) own, (Map<String, ?>) inner);
            } else {
                into.put(name, value);
            }
        });
    }

    private static void compare(List<SettingDescriptor> settings, String path, Map<?, ?> before, Map<?, ?> after, List<Problem> problems) {
        for (SettingDescriptor setting : settings) {
            String name = path + setting.name();
            Object old = before.get(setting.name());
            Object now = after.get(setting.name());
            if (Objects.equals(old, now)) {
                continue;
            }
            if (setting.kind() == Kind.GROUP && !setting.list() && old instanceof Map<?, ?> a && now instanceof Map<?, ?> b) {
                compare(setting.nested(), name + ".", a, b, problems);
            } else if (!setting.extendable()) {
                problems.add(problem(name, Messages.bind(Messages.Extension_frozen, name, old)));
            } else if (!grows(old, now)) {
                problems.add(problem(name, Messages.bind(Messages.Extension_shrinks, name, old)));
            }
        }
    }

    private static boolean grows(Object old, Object now) {
        if (old instanceof Number a && now instanceof Number b) {
            return b.doubleValue() > a.doubleValue();
        }
        return old instanceof List<?> a && now instanceof List<?> b && b.size() > a.size() && b.subList(0, a.size()).equals(a);
    }

    private static Problem problem(String setting, String message) {
        return new Problem(Code.BAD_SETTING, setting, message, Optional.empty());
    }
}
