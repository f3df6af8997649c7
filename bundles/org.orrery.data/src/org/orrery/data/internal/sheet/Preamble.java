package org.orrery.data.internal.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the rows that stand above a table: a title, who made it, when. Each has at most one filled cell in four, of text, and
 * below them comes a row that is filled to more than half. Learns from the first rows of a sheet.
 */
final class Preamble {
    private static final int MOST_ROWS = 50;
    private static final int NARROWEST = 3;

    private record Row(int number, int filled, boolean text, String first) {
    }

    private final List<Row> rows = new ArrayList<>();
    private int number;
    private int filled;
    private boolean text;
    private String first = "";

    /** A filled row has begun. */
    void row(int row) {
        number = row;
        filled = 0;
        text = true;
        first = "";
    }

    void cell(SheetCells.Kind kind, char[] characters, int from, int length) {
        if (filled++ == 0 && rows.isEmpty()) {
            first = new String(characters, from, Math.min(60, length));
        }
        text &= kind == SheetCells.Kind.TEXT;
    }

    void endRow() {
        if (filled > 0 && rows.size() < MOST_ROWS) {
            rows.add(new Row(number, filled, text, first));
        }
    }

    /** The last row above the table, which is so many columns wide; 0 when the table begins with the first filled row. */
    int last(int width) {
        if (width < NARROWEST) {
            return 0;
        }
        int last = 0;
        for (Row row : rows) {
            if (row.filled() * 2 > width) {
                return row.text() ? last : 0;
            }
            if (row.filled() * 4 > Math.max(4, width) || !row.text()) {
                return 0;
            }
            last = row.number();
        }
        return 0;
    }

    /** The text of the first filled cell. */
    String title() {
        return rows.isEmpty() ? "" : rows.get(0).first();
    }
}
