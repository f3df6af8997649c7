package org.orrery.analysis.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.orrery.analysis.settings.SettingDescriptor.Kind;

/** Puts a value at a path such as {@code a.b} or {@code steps[0].kind} of a plain form. */
final class SettingsPath {
    private static final Pattern PART = Pattern.compile("([A-Za-z][A-Za-z0-9]*)(?:\\[(\\d{1,6})\\])?");

    private final List<SettingDescriptor> settings;

    SettingsPath(List<SettingDescriptor> settings) {
        this.settings = settings;
    }

    Optional<String> set(Map<String, Object> values, String path, String text) {
        return set(settings, values, path, "", text);
    }

    private Optional<String> set(List<SettingDescriptor> level, Map<String, Object> values, String path, String prefix, String text) {
        int dot = path.indexOf('.');
        String head = dot < 0 ? path : path.substring(0, dot);
        Matcher part = PART.matcher(head);
        SettingDescriptor setting = part.matches() ? find(level, part.group(1)) : null;
        if (setting == null || part.group(2) != null && !setting.list()) {
            return Optional.of(unknown(level, prefix, prefix + head));
        }
        String here = prefix + head;
        boolean leaf = dot < 0;
        // Nothing is a list of groups too: the empty one.
        if (leaf && setting.kind() == Kind.GROUP && !(setting.list() && part.group(2) == null && text.isBlank())) {
            return Optional.of(Messages.bind(Messages.SettingsPath_group, here,
                    names(setting.nested(), setting.list() && part.group(2) == null ? here + "[0]." : here + ".")));
        }
        if (!leaf && (setting.kind() != Kind.GROUP || setting.list() && part.group(2) == null)) {
            return Optional.of(unknown(level, prefix, prefix + path));
        }
        if (part.group(2) != null) {
            return element(setting, values, Integer.parseInt(part.group(2)), leaf ? "" : path.substring(dot + 1), here, text);
        }
        if (leaf) {
            values.put(setting.name(), setting.list() ? split(text) : text);
            return Optional.empty();
        }
        return set(setting.nested(), child(values, setting.name()), path.substring(dot + 1), here + ".", text);
    }

    private Optional<String> element(SettingDescriptor setting, Map<String, Object> values, int index, String rest, String here,
            String text) {
        List<Object> list = new ArrayList<>();
        if (values.get(setting.name()) instanceof List<?> present) {
            list.addAll(present);
        }
        values.put(setting.name(), list);
        if (index > list.size()) {
            return Optional.of(Messages.bind(Messages.SettingsPath_element, new Object[] {setting.name(), list.size(), index}));
        }
        if (index == list.size()) {
            list.add(rest.isEmpty() ? text : new LinkedHashMap<String, Object>());
        }
        if (rest.isEmpty()) {
            list.set(index, text);
            return Optional.empty();
        }
        Map<String, Object> inner = asMap(list.get(index));
        list.set(index, inner);
        return set(setting.nested(), inner, rest, here + ".", text);
    }

    private static Map<String, Object> child(Map<String, Object> values, String name) {
        Map<String, Object> inner = asMap(values.get(name));
        values.put(name, inner);
        return inner;
    }

    private static Map<String, Object> asMap(Object value) {
        Map<String, Object> inner = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, content) -> inner.put(String.valueOf(key), content));
        }
        return inner;
    }

    /** Elements between commas; a backslash takes the next character as it is. */
    private static List<Object> split(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        return Arrays.stream(text.split("(?<!\\\\),", -1)).map(part -> (Object) part.replaceAll("\\\\(.)", "$1").strip()).toList();
    }

    private static SettingDescriptor find(List<SettingDescriptor> level, String name) {
        return level.stream().filter(setting -> setting.name().equals(name)).findFirst().orElse(null);
    }

    private static String unknown(List<SettingDescriptor> level, String prefix, String path) {
        return Messages.bind(Messages.SettingsPath_unknown, path, names(level, prefix));
    }

    private static String names(List<SettingDescriptor> level, String prefix) {
        return level.stream().map(setting -> prefix + setting.name()).collect(Collectors.joining(", "));
    }
}
