package org.orrery.analysis.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

import org.orrery.analysis.settings.SettingDescriptor.Choice;
import org.orrery.analysis.settings.SettingDescriptor.ColumnUse;
import org.orrery.analysis.settings.SettingDescriptor.Kind;

/** Reads the descriptors off a settings record. */
final class SettingsReader {
    List<SettingDescriptor> read(Class<? extends Record> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is not a record");
        }
        ResourceBundle texts = texts(type);
        return Arrays.stream(type.getRecordComponents()).map(component -> describe(type, component, texts)).toList();
    }

    /** The properties file beside the record, in the language of the platform. */
    static ResourceBundle texts(Class<?> type) {
        try {
            return ResourceBundle.getBundle(type.getName().replace('$', '_'), Locale.getDefault(), type.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("No properties file beside " + type.getName() + " with its labels", e);
        }
    }

    private SettingDescriptor describe(Class<?> owner, RecordComponent component, ResourceBundle texts) {
        String where = owner.getName() + "." + component.getName();
        boolean list = component.getType() == List.class;
        boolean optional = component.getType() == Optional.class;
        Class<?> element = element(component, where);
        ColumnRole role = component.getAnnotation(ColumnRole.class);
        Kind kind = kind(element, role != null, where);
        Range range = component.getAnnotation(Range.class);
        List<Choice> choices = kind == Kind.CHOICE ? choices(element, texts, where) : List.of();
        List<SettingDescriptor> nested = kind == Kind.GROUP ? read(element.asSubclass(Record.class)) : List.of();
        Optional<Object> standard = standard(component.getAnnotation(Default.class), kind, element, list, where);
        return new SettingDescriptor(component.getName(), kind, list, optional, standard,
                range == null ? Double.NEGATIVE_INFINITY : range.min(), range == null ? Double.POSITIVE_INFINITY : range.max(), choices,
                Optional.ofNullable(role).map(use -> new ColumnUse(use.value(), use.input())),
                component.isAnnotationPresent(Advanced.class), component.isAnnotationPresent(Extends.class),
                text(texts, component.getName() + ".label", where), text(texts, component.getName() + ".help", where), nested,
                Optional.ofNullable(component.getAnnotation(LevelOf.class)).map(LevelOf::value));
    }

    static Class<?> element(RecordComponent component, String where) {
        Class<?> raw = component.getType();
        if (raw != List.class && raw != Optional.class) {
            return raw;
        }
        Type argument = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        if (argument instanceof Class<?> type) {
            return type;
        }
        throw new IllegalArgumentException(where + ": a list or optional of a plain type is needed");
    }

    private static Kind kind(Class<?> type, boolean column, String where) {
        if (type == String.class) {
            return column ? Kind.COLUMN : Kind.TEXT;
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Kind.INTEGER;
        }
        if (type == double.class || type == Double.class) {
            return Kind.REAL;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Kind.BOOLEAN;
        }
        if (type.isEnum()) {
            return Kind.CHOICE;
        }
        if (type.isRecord()) {
            return Kind.GROUP;
        }
        throw new IllegalArgumentException(where + ": settings cannot hold a " + type.getName());
    }

    private static List<Choice> choices(Class<?> type, ResourceBundle texts, String where) {
        List<Choice> choices = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            String id = choiceId((Enum<?>) constant);
            choices.add(new Choice(id, text(texts, type.getSimpleName() + "." + id + ".label", where)));
        }
        return choices;
    }

    /** The word of an enum constant for scripts: kebab-case. */
    static String choiceId(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Object> standard(Default given, Kind kind, Class<?> element, boolean list, String where) {
        if (given == null) {
            return list ? Optional.of(List.of()) : Optional.empty();
        }
        if (!list) {
            return Optional.of(value(given.value(), kind, element, where));
        }
        List<Object> values = new ArrayList<>();
        for (String part : given.value().split(",")) {
            if (!part.isBlank()) {
                values.add(value(part.strip(), kind, element, where));
            }
        }
        return Optional.of(List.copyOf(values));
    }

    private static Object value(String text, Kind kind, Class<?> element, String where) {
        try {
            return SettingsValues.parse(text, kind, element);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": the default does not fit: " + text, e);
        }
    }

    private static String text(ResourceBundle texts, String key, String where) {
        if (!texts.containsKey(key)) {
            throw new IllegalArgumentException(where + ": the properties file has no " + key);
        }
        return texts.getString(key);
    }
}
