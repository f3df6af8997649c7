package org.orrery.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a data set or table, in order, with unique names. */
public final class Schema {
    private final List<Column> columns;
    private final Map<String, Integer> positions = new HashMap<>();

    /** @throws IllegalArgumentException when two columns have the same name */
    public Schema(List<Column> columns) {
        this.columns = List.copyOf(columns);
        for (int i = 0; i < this.columns.size(); i++) {
            if (positions.put(this.columns.get(i).name(), i) != null) {
                throw new IllegalArgumentException("Two columns are called " + this.columns.get(i).name());
            }
        }
    }

    /** The schema of these columns. */
    public static Schema of(Column... columns) {
        return new Schema(List.of(columns));
    }

    /** The columns in order. */
    public List<Column> columns() {
        return columns;
    }

    /** How many columns there are. */
    public int size() {
        return columns.size();
    }

    /** The names in order. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** The column of that name. */
    public Optional<Column> find(String name) {
        return Optional.ofNullable(positions.get(name)).map(columns::get);
    }

    /** The position of the column of that name, from 0; −1 when there is none. */
    public int indexOf(String name) {
        return positions.getOrDefault(name, -1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schema that && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return columns.toString();
    }
}
