package org.orrery.data.internal.parquet;

import java.util.Optional;
import org.orrery.data.ColumnType;

/**
 * How a column of a Parquet file is read.
 *
 * @param name its name in the file
 * @param type the type that the file declares
 * @param form in which form the engine hands over its values
 * @param sql the expression that gives this form
 * @param doubt an expression that is true when not every value fits the type, so that the column has to be text
 * @param column what the engine calls it, in quotes
 */
record ParquetColumn(String name, ColumnType type, Form form, String sql, Optional<String> doubt, String column) {
    /** The form of values on their way here. */
    enum Form {
        WHOLE, REAL, TEXT,
        /** Whole microseconds that are a length of time. */
        MICROS,
        /** 1 or 0. */
        TRUTH,
        /** Days since 1970-01-01. */
        DAY,
        /** Microseconds since 1970-01-01, in no zone. */
        LOCAL,
        /** Microseconds since 1970-01-01 in UTC. */
        INSTANT
    }

    private static final String MOST = "999999999999999999";

    /** The column as text, whatever it is. */
    ParquetColumn asText() {
        return plain(name, ColumnType.TEXT, Form.TEXT, text(column), column);
    }

    /** A column of that type of the engine; empty for a type whose values are no single values. */
    static Optional<ParquetColumn> of(String name, String sqlName, String type, Optional<ColumnType> noted) {
        String column = ParquetEngine.name(sqlName);
        String plain = type.indexOf('(') < 0 ? type : type.substring(0, type.indexOf('('));
        if (type.endsWith("]") || plain.equals("STRUCT") || plain.equals("MAP") || plain.equals("UNION")) {
            return Optional.empty();
        }
        return Optional.ofNullable(switch (plain) {
            case "BIGINT" -> noted.filter(given -> given == ColumnType.DURATION).isPresent()
                    ? plain(name, ColumnType.DURATION, Form.MICROS, column, column) : plain(name, ColumnType.INTEGER, Form.WHOLE, column, column);
            case "TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT", "UINTEGER" ->
                plain(name, ColumnType.INTEGER, Form.WHOLE, "CAST(" + column + " AS BIGINT)", column);
            case "UBIGINT" -> new ParquetColumn(name, ColumnType.INTEGER, Form.TEXT, text(column),
                    Optional.of("max(" + column + ") > " + Long.MAX_VALUE), column);
            case "FLOAT", "DOUBLE" -> plain(name, ColumnType.REAL, Form.REAL, "CAST(" + column + " AS DOUBLE)", column);
            case "DECIMAL" -> decimal(name, column, type);
            case "BOOLEAN" -> plain(name, ColumnType.BOOLEAN, Form.TRUTH, "CAST(" + column + " AS BIGINT)", column);
            case "DATE" -> plain(name, ColumnType.DATE, Form.DAY, "date_diff('day', DATE '1970-01-01', " + column + ")", column);
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS" ->
                plain(name, ColumnType.TIMESTAMP, Form.LOCAL, micros(column), column);
            case "TIMESTAMP_NS" -> new ParquetColumn(name, ColumnType.TIMESTAMP, Form.LOCAL, micros(column),
                    Optional.of("bool_or(epoch_ns(" + column + ") % 1000 <> 0)"), column);
            case "TIMESTAMP WITH TIME ZONE" -> plain(name, ColumnType.TIMESTAMP, Form.INSTANT, "epoch_us(" + column + ")", column);
            case "TIME" -> plain(name, ColumnType.DURATION, Form.MICROS, "epoch_us(" + column + ")", column);
            case "VARCHAR", "UUID", "INTERVAL", "TIME WITH TIME ZONE", "TIME_NS", "HUGEINT", "UHUGEINT", "JSON", "ENUM" ->
                plain(name, ColumnType.TEXT, Form.TEXT, text(column), column);
            default -> null;
        });
    }

    private static ParquetColumn plain(String name, ColumnType type, Form form, String sql, String column) {
        return new ParquetColumn(name, type, form, sql, Optional.empty(), column);
    }

    private static String micros(String column) {
        return "epoch_us(CAST(" + column + " AS TIMESTAMP))";
    }

    private static String text(String column) {
        return "CAST(" + column + " AS VARCHAR)";
    }

    private static ParquetColumn decimal(String name, String column, String type) {
        int scale = Integer.parseInt(type.substring(type.indexOf(',') + 1, type.length() - 1).strip());
        int digits = Integer.parseInt(type.substring(type.indexOf('(') + 1, type.indexOf(',')).strip());
        // Such as 0.99 with the scale of the column: compared as a decimal, so exactly.
        String limit = scale >= MOST.length() ? "0." + "0".repeat(scale - MOST.length()) + MOST
                : MOST.substring(0, MOST.length() - scale) + (scale == 0 ? "" : "." + MOST.substring(MOST.length() - scale));
        Optional<String> doubt = digits <= MOST.length() ? Optional.empty() : Optional.of("max(abs(" + column + ")) > " + limit);
        return new ParquetColumn(name, ColumnType.DECIMAL, Form.TEXT, text(column), doubt, column);
    }
}
