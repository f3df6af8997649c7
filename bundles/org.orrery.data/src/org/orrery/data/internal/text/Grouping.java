package org.orrery.data.internal.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.orrery.data.ReadOptions;
import org.orrery.data.internal.text.SampleRows.Row;

/**
 * Tells marks between groups of thousands from decimal marks by the numbers of a sample: 1.234,5 and 1,234,567 leave no
 * doubt, 1,234 does.
 */
final class Grouping {
    /**
     * What the marks mean.
     *
     * @param groups the mark between groups
     * @param decimal the decimal mark
     */
    record Marks(char groups, char decimal) {
    }

    private static final List<Marks> CANDIDATES = List.of(new Marks(',', '.'), new Marks('.', ','), new Marks('\'', '.'),
            new Marks('\u2019', '.'), new Marks('\'', ','), new Marks(' ', ','), new Marks(' ', '.'), new Marks('\u00A0', ','),
            new Marks('\u202F', ','), new Marks('\u00A0', '.'), new Marks('\u202F', '.'));
    private static final Pattern POINT_GROUP = Pattern.compile("[-+]?[1-9]\\d{0,2}\\.\\d{3}");
    private static final Pattern POINT_NUMBER = Pattern.compile("[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?");
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d*");
    private static final int NO_NUMBER = -1;
    private static final int PLAIN = 0;
    private static final int DOUBTFUL = 1;
    private static final int CLEAR = 2;

    private final List<Row> rows;
    private final int fields;

    /** @param rows the records of the table without its header */
    Grouping(List<Row> rows, int fields) {
        this.rows = rows;
        this.fields = fields;
    }

    /** The marks that some column leaves no doubt about and none speaks against. */
    Optional<Marks> detect(ReadOptions options) {
        for (Marks marks : CANDIDATES) {
            if (options.decimal().map(given -> given == marks.decimal).orElse(true) && isClear(marks)) {
                boolean contradicted = options.decimal().isEmpty() && isClear(new Marks(marks.decimal, marks.groups));
                return contradicted ? Optional.empty() : Optional.of(marks);
            }
        }
        return Optional.empty();
    }

    private boolean isClear(Marks marks) {
        for (int column = 0; column < fields; column++) {
            if (evidence(column, marks) == CLEAR) {
                return true;
            }
        }
        return false;
    }

    private int evidence(int column, Marks marks) {
        int most = PLAIN;
        for (Row row : rows) {
            String cell = column < row.cells().size() ? row.cells().get(column).strip() : "";
            if (!cell.isEmpty() && !MissingMarkers.USUAL.contains(cell) && !cell.equals(MissingMarkers.HYPHEN)) {
                int found = evidence(cell, marks);
                if (found == NO_NUMBER) {
                    return NO_NUMBER;
                }
                most = Math.max(most, found);
            }
        }
        return most;
    }

    /** Whether the cell is a number by these marks, and whether it could be one by others. */
    private static int evidence(String cell, Marks marks) {
        int start = cell.charAt(0) == '-' || cell.charAt(0) == '+' ? 1 : 0;
        int groups = 0;
        int digits = 0;
        int i = start;
        for (; i < cell.length() && cell.charAt(i) != marks.decimal; i++) {
            char value = cell.charAt(i);
            if (value == marks.groups) {
                boolean first = groups == 0 && digits <= 3 && digits > 0 && cell.charAt(start) != '0';
                if (!first && (groups == 0 || digits != 3)) {
                    return NO_NUMBER;
                }
                groups++;
                digits = 0;
            } else if (value >= '0' && value <= '9') {
                digits++;
            } else {
                return NO_NUMBER;
            }
        }
        boolean fraction = i < cell.length();
        if (digits == 0 || groups > 0 && digits != 3 || fraction && !isDigits(cell, i + 1)) {
            return NO_NUMBER;
        }
        // Blanks stand in telephone and account numbers too.
        boolean clear = fraction || groups > 1 && !Character.isSpaceChar(marks.groups);
        return groups == 0 ? PLAIN : clear ? CLEAR : DOUBTFUL;
    }

    private static boolean isDigits(String cell, int from) {
        for (int i = from; i < cell.length(); i++) {
            if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
                return false;
            }
        }
        return from < cell.length();
    }

    /** Whether all numbers of some column look like 1.234, so that the point could separate thousands, and none elsewhere tells. */
    boolean isPointUnclear() {
        boolean unclear = false;
        for (int column = 0; column < fields; column++) {
            int points = 0;
            int others = 0;
            for (Row row : rows) {
                String cell = column < row.cells().size() ? row.cells().get(column).strip() : "";
                if (cell.indexOf('.') < 0 && isDigits(cell, 0) || cell.isEmpty()) {
                    continue;
                }
                if (POINT_GROUP.matcher(cell).matches()) {
                    points++;
                } else if (POINT_NUMBER.matcher(cell).matches()) {
                    return false;
                } else if (!WHOLE.matcher(cell).matches() && !MissingMarkers.USUAL.contains(cell)) {
                    others++;
                }
            }
            unclear |= points > 0 && others == 0;
        }
        return unclear;
    }
}
