package org.orrery.analysis.result;

import java.util.Objects;

/**
 * One named number or word of a result.
 *
 * @param name stable; lowerCamelCase or kebab-case, parts joined by dots
 * @param value a Long, Double, String or Boolean; a Double that is not defined is NaN
 * @param label what the user reads
 * @param format how it is shown
 */
public record Figure(String name, Object value, String label, Format format) {
    /** How a number is shown. */
    public enum Format {
        /** As it is. */
        PLAIN,
        /** A share of 1, as a percentage. */
        SHARE,
        /** Seconds. */
        SECONDS,
        /** Mebibytes. */
        MEBIBYTES
    }

    public Figure {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(format, "format");
        if (!(value instanceof Long || value instanceof Double || value instanceof String || value instanceof Boolean)) {
            throw new IllegalArgumentException("A figure is a Long, Double, String or Boolean: " + name);
        }
    }
}
