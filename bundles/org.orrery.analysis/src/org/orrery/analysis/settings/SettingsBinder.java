package org.orrery.analysis.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.orrery.analysis.settings.SettingDescriptor.Kind;

/** Makes settings records of plain forms and back. */
final class SettingsBinder {
    private final BiConsumer<String, String> errors;
    private boolean failed;

    SettingsBinder(BiConsumer<String, String> errors) {
        this.errors = errors;
    }

    /** The record; null when there was an error. */
    <S extends Record> S bind(Class<S> type, List<SettingDescriptor> settings, Map<String, ?> values, String prefix) {
        checkNames(settings, values, prefix);
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            SettingDescriptor setting = settings.get(i);
            Class<?> element = SettingsReader.element(components[i], setting.name());
            Object given = values.get(setting.name());
            boolean absent = given == null;
            arguments[i] = component(setting, element, absent ? setting.defaultValue().orElse(null) : given, prefix + setting.name());
        }
        return failed ? null : construct(type, components, arguments, prefix);
    }

    private void checkNames(List<SettingDescriptor> settings, Map<String, ?> values, String prefix) {
        for (String name : values.keySet()) {
            if (settings.stream().noneMatch(setting -> setting.name().equals(name))) {
                Optional<String> nearest = Nearest.of(name, settings.stream().map(SettingDescriptor::name).toList()).map(near -> prefix + near);
                error(prefix + name, Nearest.hint(Messages.bind(Messages.SettingsBinder_unknown, prefix + name), nearest));
            }
        }
    }

    private Object component(SettingDescriptor setting, Class<?> element, Object given, String path) {
        if (setting.list()) {
            return list(setting, element, given, path);
        }
        if (setting.optional()) {
            return given == null || given.equals("") ? Optional.empty() : Optional.ofNullable(single(setting, element, given, path));
        }
        if (given == null && setting.kind() == Kind.GROUP) {
            return single(setting, element, Map.of(), path);
        }
        if (given == null || setting.required() && given.equals("")) {
            return error(path, Messages.bind(Messages.SettingsBinder_required, path, setting.help()));
        }
        return single(setting, element, given, path);
    }

    private Object list(SettingDescriptor setting, Class<?> element, Object given, String path) {
        List<?> values;
        if (given instanceof List<?> several) {
            values = several;
        } else if (setting.kind() == Kind.GROUP) {
            return error(path, Messages.bind(Messages.SettingsBinder_list, path, given));
        } else {
            values = given == null ? List.of() : List.of(given);
        }
        List<Object> bound = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            bound.add(single(setting, element, values.get(i), path + "[" + i + "]"));
        }
        return failed ? null : List.copyOf(bound);
    }

    private Object single(SettingDescriptor setting, Class<?> element, Object given, String path) {
        if (setting.kind() == Kind.GROUP && given instanceof Map<?, ?> map) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((key, value) -> values.put(String.valueOf(key), value));
            return bind(element.asSubclass(Record.class), setting.nested(), values, path + ".");
        }
        try {
            Object plain = SettingsValues.parse(given, setting.kind(), element);
            return inRange(setting, plain, path) ? SettingsValues.toJava(plain, element) : null;
        } catch (IllegalArgumentException e) {
            return error(path, Messages.bind(Messages.SettingsBinder_invalid, path, e.getMessage()));
        }
    }

    private boolean inRange(SettingDescriptor setting, Object plain, String path) {
        if (!(plain instanceof Number number)) {
            return true;
        }
        double value = number.doubleValue();
        if (value >= setting.min() && value <= setting.max()) {
            return true;
        }
        String low = shown(setting.min());
        String high = shown(setting.max());
        if (Double.isInfinite(setting.max())) {
            error(path, Messages.bind(Messages.SettingsBinder_below, new Object[] {path, low, plain}));
        } else if (Double.isInfinite(setting.min())) {
            error(path, Messages.bind(Messages.SettingsBinder_above, new Object[] {path, high, plain}));
        } else {
            error(path, Messages.bind(Messages.SettingsBinder_between, new Object[] {path, low, high, plain}));
        }
        return false;
    }

    private static String shown(double end) {
        return end == Math.rint(end) && Math.abs(end) < 1e15 ? Long.toString((long) end) : Double.toString(end);
    }

    private Object error(String path, String message) {
        failed = true;
        errors.accept(path, message);
        return null;
    }

    private <S extends Record> S construct(Class<S> type, RecordComponent[] components, Object[] arguments, String prefix) {
        try {
            Constructor<S> constructor = type
                    .getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                error(prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1), refusal.getMessage());
                return null;
            }
            throw new IllegalStateException(type.getName() + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be made", e);
        }
    }

    static Map<String, Object> defaults(List<SettingDescriptor> settings) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (SettingDescriptor setting : settings) {
            if (setting.kind() == Kind.GROUP && !setting.list() && !setting.optional()) {
                values.put(setting.name(), defaults(setting.nested()));
            } else if (!setting.required()) {
                values.put(setting.name(), setting.defaultValue().orElse(null));
            }
        }
        return SettingsSchema.copy(values);
    }

    static Map<String, Object> plain(Record record) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                values.put(component.getName(), plainValue(component.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(record.getClass().getName() + " cannot be read", e);
            }
        }
        return values;
    }

    private static Object plainValue(Object value) {
        if (value instanceof Record record) {
            return plain(record);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(SettingsBinder::plainValue).orElse(null);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(SettingsBinder::plainValue).toList();
        }
        return SettingsValues.toPlain(value);
    }
}
