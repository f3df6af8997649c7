package org.orrery.data.internal.cache;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.orrery.data.ColumnType;

/**
 * The only place where SQL is built: out of constants, numbers, and names and paths that are quoted here. Columns are
 * called c0, c1 and so on inside the engine, so that no text from a file ever becomes part of a statement.
 */
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

    /** The name of the column at that position. */
    static String column(int index) {
        return "c" + index;
    }

    static String createTable(String table, List<ColumnType> types) {
        return IntStream.range(0, types.size()).mapToObj(i -> name(column(i)) + ' ' + stored(types.get(i)))
                .collect(Collectors.joining(", ", "CREATE TABLE " + name(table) + " (", ")"));
    }

    static String dropTable(String table) {
        return "DROP TABLE IF EXISTS " + name(table);
    }

    static String truncate(String table) {
        return "TRUNCATE " + name(table);
    }

    static String copyToParquet(String table, Path part) {
        return "COPY " + name(table) + " TO " + text(part.toString()) + " (FORMAT parquet)";
    }

    /** Reads columns in the form of the vectors: days and microseconds as whole numbers. */
    static String select(List<Integer> columns, List<ColumnType> types, List<Path> parts) {
        String list = IntStream.range(0, columns.size()).mapToObj(i -> read(columns.get(i), types.get(i)))
                .collect(Collectors.joining(", "));
        String files = parts.stream().map(part -> text(part.toString())).collect(Collectors.joining(", ", "[", "]"));
        return "SELECT " + list + " FROM read_parquet(" + files + ")";
    }

    private static String read(int column, ColumnType type) {
        String name = name(column(column));
        return switch (type) {
            case DATE -> "CAST(" + name + " - DATE '1970-01-01' AS BIGINT)";
            case TIMESTAMP -> "epoch_us(" + name + ")";
            case BOOLEAN -> "CAST(" + name + " AS BIGINT)";
            default -> name;
        };
    }

    private static String stored(ColumnType type) {
        return switch (type) {
            case INTEGER, DECIMAL, DURATION -> "BIGINT";
            case REAL -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
            case TEXT, CATEGORY -> "VARCHAR";
        };
    }
}
