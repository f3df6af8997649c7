package org.orrery.data;

import java.util.Locale;
import java.util.Optional;

/** What the values of a column mean. The words of {@link #id()} are API: the command line and stored runs use them. */
public enum ColumnType {
    /** Whole numbers of at most 64 bits. */
    INTEGER,
    /** IEEE 754 double precision numbers. */
    REAL,
    /** Exact decimal numbers of at most 18 digits, with one scale for the whole column. */
    DECIMAL,
    /** Free text. */
    TEXT,
    /** Text from a small set of levels. */
    CATEGORY,
    /** True or false. */
    BOOLEAN,
    /** A day of the ISO calendar, without a zone. */
    DATE,
    /** An instant, kept in UTC with a resolution of microseconds. */
    TIMESTAMP,
    /** A length of time, with a resolution of microseconds. */
    DURATION;

    /** The stable lower-case word for this type. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the values are numbers that can be averaged. */
    public boolean isNumeric() {
        return this == INTEGER || this == REAL || this == DECIMAL;
    }

    /** Whether the values are text with a dictionary. */
    public boolean isText() {
        return this == TEXT || this == CATEGORY;
    }

    /** The type of that word; empty when there is none. */
    public static Optional<ColumnType> byId(String id) {
        for (ColumnType type : values()) {
            if (type.id().equals(id)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
