package org.orrery.ui.data.internal.rows;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Table;
import org.orrery.ui.Formats;

/**
 * One filter of the rows.
 *
 * @param column the column it looks at
 * @param operator what it asks
 * @param value what it compares with, as the user wrote it
 */
record Condition(Column column, Operator operator, String value) {
    /** Decides about a row of a block. */
    @FunctionalInterface
    interface Test {
        boolean keeps(Table block, int row);
    }

    /** What is wrong with the value; empty when it can be used. */
    Optional<String> problem() {
        if (!operator.needsValue()) {
            return Optional.empty();
        }
        if (value.isBlank()) {
            return Optional.of(NLS.bind(Messages.Condition_empty, column.name()));
        }
        if (operator == Operator.CONTAINS || isText()) {
            return Optional.empty();
        }
        try {
            parsed();
            return Optional.empty();
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.of(NLS.bind(Messages.Condition_value, new Object[] {value, column.name(), column.type().id()}));
        }
    }

    /** The filter as code, for a block in which the column stands at that position. */
    Test test(int position) {
        return switch (operator) {
            case MISSING -> (block, row) -> block.column(position).isMissing(row);
            case PRESENT -> (block, row) -> !block.column(position).isMissing(row);
            case CONTAINS -> contains(position);
            default -> isText() ? text(position) : compared(position);
        };
    }

    private boolean isText() {
        return column.type() == ColumnType.TEXT || column.type() == ColumnType.CATEGORY;
    }

    private Test contains(int position) {
        String part = value.toLowerCase(Locale.ROOT);
        return (block, row) -> !block.column(position).isMissing(row)
                && Formats.datum(block.value(row, position)).toLowerCase(Locale.ROOT).contains(part);
    }

    private Test text(int position) {
        boolean wanted = operator == Operator.EQUALS;
        return (block, row) -> !block.column(position).isMissing(row) && block.value(row, position).equals(value) == wanted;
    }

    @SuppressWarnings("unchecked")
    private Test compared(int position) {
        Object other = parsed();
        return (block, row) -> {
            if (block.column(position).isMissing(row)) {
                return false;
            }
            int order = ((Comparable<Object>) comparable(block.value(row, position))).compareTo(other);
            return switch (operator) {
                case EQUALS -> order == 0;
                case DIFFERS -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case GREATER -> order > 0;
                default -> order >= 0;
            };
        };
    }

    /** Numbers of all kinds compare as decimals, since 3 must equal 3.0. */
    private static Comparable<?> comparable(Object value) {
        return switch (value) {
            case Long number -> BigDecimal.valueOf(number);
            case Double number -> number.isInfinite() ? BigDecimal.valueOf(Math.copySign(Double.MAX_VALUE, number)).scaleByPowerOfTen(1)
                    : new BigDecimal(Double.toString(number));
            default -> (Comparable<?>) value;
        };
    }

    private Comparable<?> parsed() {
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
        if (text.equalsIgnoreCase(Messages.Condition_yes) || text.equalsIgnoreCase("true")) { //$NON-NLS-1$
            return Boolean.TRUE;
        }
        if (text.equalsIgnoreCase(Messages.Condition_no) || text.equalsIgnoreCase("false")) { //$NON-NLS-1$
            return Boolean.FALSE;
        }
        throw new NumberFormatException(text);
    }

    private static Instant instant(String text) {
        if (text.length() <= 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        String iso = text.replace(' ', 'T');
        return iso.endsWith("Z") ? Instant.parse(iso) : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC); //$NON-NLS-1$
    }
}
