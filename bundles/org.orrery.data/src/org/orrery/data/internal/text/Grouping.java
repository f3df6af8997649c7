package org.orrery.data.internal.text;

import java.util.List;
import java.util.Optional;
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
        int decimal = cell.indexOf(marks.decimal, start);
        String wholePart = cell.substring(start, decimal < 0 ? cell.length() : decimal);
        String fraction = decimal < 0 ? "" : cell.substring(decimal + 1);
        if (wholePart.isEmpty() || !fraction.chars().allMatch(Character::isDigit) || decimal >= 0 && fraction.isEmpty()) {
            return NO_NUMBER;
        }
        String[] groups = wholePart.split(java.util.regex.Pattern.quote(String.valueOf(marks.groups)), -1);
        for (int i = 0; i < groups.length; i++) {
            boolean digits = !groups[i].isEmpty() && groups[i].chars().allMatch(digit -> digit >= '0' && digit <= '9');
            boolean right = groups.length == 1 || (i == 0 ? groups[i].length() <= 3 && groups[i].charAt(0) != '0' : groups[i].length() == 3);
            if (!digits || !right) {
                return NO_NUMBER;
            }
        }
        if (groups.length == 1) {
            return PLAIN;
        }
        // Blanks stand in telephone and account numbers too.
        boolean blanks = Character.isSpaceChar(marks.groups);
        return decimal >= 0 || groups.length > 2 && !blanks ? CLEAR : DOUBTFUL;
    }

    /** Whether all numbers of some column look like 1.234, so that the point could separate thousands, and none elsewhere tells. */
    boolean isPointUnclear() {
        boolean unclear = false;
        for (int column = 0; column < fields; column++) {
            int points = 0;
            int others = 0;
            for (Row row : rows) {
                String cell = column < row.cells().size() ? row.cells().get(column).strip() : "";
                if (cell.matches("[-+]?[1-9]\\d{0,2}\\.\\d{3}")) {
                    points++;
                } else if (cell.matches("[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?")) {
                    return false;
                } else if (!cell.matches("[-+]?\\d*") && !MissingMarkers.USUAL.contains(cell)) {
                    others++;
                }
            }
            unclear |= points > 0 && others == 0;
        }
        return unclear;
    }
}
