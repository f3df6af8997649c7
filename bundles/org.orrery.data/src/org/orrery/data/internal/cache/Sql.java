package org.orrery.data.internal.cache;

/** Quotes what becomes part of a statement of SQL: no other place builds one out of text from outside. */
final class Sql {
    private Sql() {
    }

    /** An identifier in quotes. */
    static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** A text literal in quotes. */
    static String text(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }
}
