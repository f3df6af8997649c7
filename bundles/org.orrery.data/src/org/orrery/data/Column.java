package org.orrery.data;

import java.util.Objects;

/**
 * One column of a data set or of a result table.
 *
 * @param name the name, unique in its schema and never empty
 * @param type what the values mean
 * @param missing how many values are missing; −1 when not counted
 * @param distinct how many different values there are, missing ones not counted; −1 when not counted
 * @param idLike whether the values look like identifiers of rows, so that they are no feature by default
 */
public record Column(String name, ColumnType type, long missing, long distinct, boolean idLike) {
    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A column needs a name");
        }
    }

    /** A column whose values have not been counted. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, -1, -1, false);
    }
}
