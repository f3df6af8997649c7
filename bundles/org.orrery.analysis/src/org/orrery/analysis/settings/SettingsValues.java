package org.orrery.analysis.settings;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.orrery.analysis.settings.SettingDescriptor.Kind;

/** One simple value between its text, its plain form, and the type of a component. */
final class SettingsValues {
    private SettingsValues() {
    }

    /**
     * The plain form of a value that was given as text, or in any plain form.
     *
     * @throws IllegalArgumentException with a sentence for the user that begins after the name of the setting
     */
    static Object parse(Object given, Kind kind, Class<?> type) {
        return switch (kind) {
            case INTEGER -> integer(given, type);
            case REAL -> real(given);
            case BOOLEAN -> bool(given);
            case CHOICE -> choice(given, type);
            case TEXT, COLUMN -> text(given);
            case GROUP -> throw new IllegalArgumentException(Messages.bind(Messages.SettingsValues_group, shown(given)));
        };
    }

    private static Long integer(Object given, Class<?> type) {
        try {
            long value = new BigDecimal(String.valueOf(given).strip()).longValueExact();
            if ((type == int.class || type == Integer.class) && (int) value != value) {
                throw new ArithmeticException("beyond int");
            }
            return value;
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(Messages.bind(Messages.SettingsValues_integer, shown(given)), e);
        }
    }

    private static Double real(Object given) {
        try {
            double value = Double.parseDouble(String.valueOf(given).strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Messages.bind(Messages.SettingsValues_real, shown(given)), e);
        }
        throw new IllegalArgumentException(Messages.bind(Messages.SettingsValues_real, shown(given)));
    }

    private static Boolean bool(Object given) {
        return switch (String.valueOf(given).strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException(Messages.bind(Messages.SettingsValues_boolean, shown(given)));
        };
    }

    private static String choice(Object given, Class<?> type) {
        String word = String.valueOf(given).strip();
        for (Object constant : type.getEnumConstants()) {
            if (SettingsReader.choiceId((Enum<?>) constant).equals(word)) {
                return word;
            }
        }
        String all = Arrays.stream(type.getEnumConstants()).map(constant -> SettingsReader.choiceId((Enum<?>) constant))
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException(Messages.bind(Messages.SettingsValues_choice, all, shown(given)));
    }

    private static String text(Object given) {
        if (given instanceof String || given instanceof Number || given instanceof Boolean) {
            return String.valueOf(given);
        }
        throw new IllegalArgumentException(Messages.bind(Messages.SettingsValues_text, shown(given)));
    }

    private static String shown(Object given) {
        return given == null ? "null" : "\"" + given + "\"";
    }

    /** The value of a component for a plain form that {@link #parse} made. */
    static Object toJava(Object plain, Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return ((Long) plain).intValue();
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).filter(c -> SettingsReader.choiceId((Enum<?>) c).equals(plain)).findFirst()
                    .orElseThrow();
        }
        return plain;
    }

    /** The plain form of a simple value of a component. */
    static Object toPlain(Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Enum<?> constant) {
            return SettingsReader.choiceId(constant);
        }
        return value;
    }
}
