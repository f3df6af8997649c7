package org.orrery.analysis.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The settings of one analysis, read once from its record class. Immutable and thread-safe.
 *
 * <p><b>Plain form</b>: maps in order of declaration, lists, {@code String}, {@code Long}, {@code Double},
 * {@code Boolean}; an absent optional is {@code null}. It is what JSON holds.
 *
 * @param <S> the record class
 */
public final class SettingsSchema<S extends Record> {
    private final Class<S> type;
    private final List<SettingDescriptor> settings;

    private SettingsSchema(Class<S> type) {
        this.type = type;
        this.settings = new SettingsReader().read(type);
    }

    /**
     * The schema of that record class.
     *
     * @throws IllegalArgumentException when the class is not a settings record, with the component to blame
     */
    public static <S extends Record> SettingsSchema<S> of(Class<S> type) {
        return new SettingsSchema<>(type);
    }

    /** The record class. */
    public Class<S> type() {
        return type;
    }

    /** The settings in order of declaration. */
    public List<SettingDescriptor> settings() {
        return settings;
    }

    /** The setting at that path, such as {@code tree.maxDepth} or {@code steps[0].kind}. */
    public Optional<SettingDescriptor> find(String path) {
        List<SettingDescriptor> level = settings;
        SettingDescriptor found = null;
        for (String part : path.split("\\.", -1)) {
            String name = part.replaceAll("\\[\\d+\\]$", "");
            found = level.stream().filter(setting -> setting.name().equals(name)).findFirst().orElse(null);
            if (found == null) {
                return Optional.empty();
            }
            level = found.nested();
        }
        return Optional.ofNullable(found);
    }

    /** The defaults in plain form; settings that the user must give are left out. */
    public Map<String, Object> defaults() {
        return SettingsBinder.defaults(settings);
    }

    /**
     * The record for these values; what is not given gets its default. Every error is reported with the path of its
     * setting, not only the first.
     *
     * @param values in plain form, also numbers of other classes and text for numbers
     * @param errors takes path and sentence
     * @return empty when there was an error
     */
    public Optional<S> bind(Map<String, ?> values, BiConsumer<String, String> errors) {
        List<String> paths = new ArrayList<>();
        S record = new SettingsBinder((path, message) -> {
            paths.add(path);
            errors.accept(path, message);
        }).bind(type, settings, values, "");
        return paths.isEmpty() ? Optional.of(record) : Optional.empty();
    }

    /** The plain form of a record, every setting in it. */
    public Map<String, Object> plain(S record) {
        return SettingsBinder.plain(record);
    }

    /**
     * Puts one value, given as text, into a plain form: {@code --set a.b=3}, {@code list[0].b=x}, {@code list=a,b}. Values
     * are checked by {@link #bind}.
     *
     * @param values a plain form to change
     * @return a sentence for the user when there is no such setting, else empty
     */
    public Optional<String> set(Map<String, Object> values, String path, String text) {
        return new SettingsPath(settings).set(values, path, text);
    }

    /** A deep copy of a plain form. */
    public static Map<String, Object> copy(Map<String, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((key, value) -> copy.put(key, copyValue(value)));
        return copy;
    }

    private static Object copyValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(String.valueOf(key), copyValue(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(inner -> copy.add(copyValue(inner)));
            return copy;
        }
        return value;
    }
}
