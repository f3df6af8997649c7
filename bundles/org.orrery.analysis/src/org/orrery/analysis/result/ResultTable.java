package org.orrery.analysis.result;

import java.util.Map;
import java.util.Objects;

import org.orrery.analysis.StoredRows;
import org.orrery.data.Schema;
import org.orrery.data.Table;

/**
 * One table of a result.
 *
 * @param id stable, lowerCamelCase
 * @param title what the user reads
 * @param rows the rows: small tables in memory, large ones on disk
 * @param labels what the user reads over a column, by column name; a column without a label shows its name
 */
public record ResultTable(String id, String title, Rows rows, Map<String, String> labels) {
    /** What stands after the id of a table in the id of that which tells the same with rows and columns swapped. */
    public static final String TRANSPOSED = "Transposed";

    /** Where the rows are. */
    public sealed interface Rows permits InMemory, OnDisk {
        /** The columns. */
        Schema schema();

        /** How many rows there are. */
        long count();
    }

    /** A small table. */
    public record InMemory(Table table) implements Rows {
        @Override
        public Schema schema() {
            return table.schema();
        }

        @Override
        public long count() {
            return table.rows();
        }
    }

    /** Rows that units have written. */
    public record OnDisk(StoredRows stored) implements Rows {
        @Override
        public Schema schema() {
            return stored.schema();
        }

        @Override
        public long count() {
            return stored.count();
        }
    }

    public ResultTable {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(rows, "rows");
        labels = Map.copyOf(labels);
    }

    /** A small table without labels of its own. */
    public static ResultTable of(String id, String title, Table table) {
        return new ResultTable(id, title, new InMemory(table), Map.of());
    }

    /** A table over rows that units have written. */
    public static ResultTable of(String id, String title, StoredRows stored) {
        return new ResultTable(id, title, new OnDisk(stored), Map.of());
    }
}
