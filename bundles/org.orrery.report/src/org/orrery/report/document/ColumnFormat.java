package org.orrery.report.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import org.orrery.analysis.Names;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.report.text.Numbers;

/** How the values of one column are written: all with the same number of places, so that they can be compared at a glance. */
final class ColumnFormat {
    private static final int LONGEST = 200;

    private final String name;
    private final Names names;
    private final boolean numeric;
    private final int places;

    ColumnFormat(Column column, List<Object[]> rows, int index, Names names) {
        this.name = column.name();
        this.names = names;
        this.numeric = column.type().isNumeric() || column.type() == ColumnType.DURATION;
        this.places = column.type() == ColumnType.REAL ? places(rows, index) : 0;
    }

    boolean numeric() {
        return numeric;
    }

    /** Four significant digits of the largest value; none when all are whole. */
    private static int places(List<Object[]> rows, int index) {
        double largest = 0;
        boolean whole = true;
        for (Object[] row : rows) {
            if (row[index] instanceof Double value && Double.isFinite(value)) {
                largest = Math.max(largest, Math.abs(value));
                whole &= value == Math.rint(value);
            }
        }
        // Measures between 0 and 1 keep four places even when a column happens to be 1 at most.
        return whole ? 0 : largest <= 1 ? Math.max(4, Numbers.places(largest)) : Numbers.places(largest);
    }

    String text(Object value) {
        return switch (value) {
            case null -> Numbers.NONE;
            case Double number -> Numbers.fixed(number, places);
            case Long number -> number.toString().replace('-', '−');
            case BigDecimal number -> number.toPlainString().replace('-', '−');
            case Instant instant -> instant.truncatedTo(ChronoUnit.MILLIS).toString();
            case Duration duration -> String.format(Locale.ROOT, "%.3f s", duration.toNanos() / 1e9);
            case String word -> shortened(names.value(name, word));
            default -> shortened(value.toString());
        };
    }

    private static String shortened(String text) {
        int end = text.length() <= LONGEST ? text.length() : text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return end == text.length() ? text : text.substring(0, end) + "…";
    }
}
