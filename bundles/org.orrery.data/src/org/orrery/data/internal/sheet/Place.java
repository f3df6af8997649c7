package org.orrery.data.internal.sheet;

/** Names cells the way spreadsheets do. */
public final class Place {
    private Place() {
    }

    /** The letters of a column that is counted from 0: A, B, … Z, AA. */
    public static String column(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.append((char) ('A' + rest % 26));
        }
        return letters.reverse().toString();
    }

    /** A cell: its column counted from 0, its row from 1. */
    public static String cell(int column, int row) {
        return column(column) + row;
    }

    /** The column, from 0, that the letters at the front of a reference such as {@code AB12} name; −1 when there are none. */
    public static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length(); i++) {
            char letter = reference.charAt(i);
            if (letter < 'A' || letter > 'Z' || i == 4) {
                break;
            }
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }
}
