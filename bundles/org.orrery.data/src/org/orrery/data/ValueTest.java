package org.orrery.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * A question to the values of a column. Immutable and thread-safe.
 *
 * @param column whose values
 * @param operator what is asked
 * @param value what is compared with, as it stands in files: a number with a decimal point, a date such as 2026-11-22, a time such as
 *     2026-11-22T09:30, a duration such as PT90M, true or false, or any text; without meaning for operators that need none
 */
public record ValueTest(Column column, ValueOperator operator, String value) {
    /** The answer for a row of a table. */
    @FunctionalInterface
    public interface Answer {
        /** Whether that row fulfils it. */
        boolean keeps(Table table, int row);
    }

    /** Whether the value is one that values of the column can be compared with so. */
    public boolean isReadable() {
        if (isText()) {
            return operator.forText();
        }
        if (!operator.needsValue() || operator == ValueOperator.CONTAINS) {
            return true;
        }
        try {
            parsed();
            return true;
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    /**
     * The answers for tables in which the column stands at that position.
     *
     * @throws IllegalArgumentException when it is not readable
     */
    public Answer at(int position) {
        if (!isReadable()) {
            throw new IllegalArgumentException(operator + " " + value + " of " + column.type());
        }
        return switch (operator) {
            case MISSING -> (table, row) -> table.column(position).isMissing(row);
            case PRESENT -> (table, row) -> !table.column(position).isMissing(row);
            case CONTAINS -> contains(position);
            default -> isText() ? text(position) : compared(position);
        };
    }

    private boolean isText() {
        return column.type() == ColumnType.TEXT || column.type() == ColumnType.CATEGORY;
    }

    private Answer contains(int position) {
        String part = value.toLowerCase(Locale.ROOT);
        return (table, row) -> !table.column(position).isMissing(row)
                && String.valueOf(comparable(table.value(row, position))).toLowerCase(Locale.ROOT).contains(part);
    }

    private Answer text(int position) {
        boolean wanted = operator == ValueOperator.EQUALS;
        return (table, row) -> !table.column(position).isMissing(row) && table.value(row, position).equals(value) == wanted;
    }

    @SuppressWarnings("unchecked")
    private Answer compared(int position) {
        Object other = parsed();
        return (table, row) -> {
            if (table.column(position).isMissing(row)) {
                return false;
            }
            Object own = comparable(table.value(row, position));
            if (own instanceof Double odd) {
                // Infinities are no decimals: they lie beyond all of them. What is no number has no order.
                return odd.isNaN() ? operator == ValueOperator.DIFFERS : ordered(odd > 0 ? 1 : -1);
            }
            return ordered(((Comparable<Object>) own).compareTo(other));
        };
    }

    private boolean ordered(int order) {
        return switch (operator) {
            case EQUALS -> order == 0;
            case DIFFERS -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }

    /** Numbers of all kinds compare as decimals, since 3 must equal 3.0. */
    private static Object comparable(Object value) {
        return switch (value) {
            case Long number -> BigDecimal.valueOf(number);
            case Double number when !Double.isFinite(number) -> number;
            case Double number -> new BigDecimal(Double.toString(number));
            default -> value;
        };
    }

    private Object parsed() {
        String text = value.strip();
        return switch (column.type()) {
            case DATE -> LocalDate.parse(text);
            case TIMESTAMP -> instant(text);
            case DURATION -> Duration.parse(text);
            case BOOLEAN -> truth(text);
            default -> new BigDecimal(text);
        };
    }

    private static Boolean truth(String text) {
        if (text.equalsIgnoreCase("true")) {
            return Boolean.TRUE;
        }
        if (text.equalsIgnoreCase("false")) {
            return Boolean.FALSE;
        }
        throw new NumberFormatException(text);
    }

    private static Instant instant(String text) {
        if (text.length() <= 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        String iso = text.replace(' ', 'T');
        return iso.endsWith("Z") ? Instant.parse(iso) : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
}
