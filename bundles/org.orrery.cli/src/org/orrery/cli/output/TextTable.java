package org.orrery.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table of text with aligned columns: texts to the left, numbers to the right. Not thread-safe. */
public final class TextTable {
    /** To which side the values of a column go. */
    public enum Side {
        /** Texts. */
        LEFT,
        /** Numbers. */
        RIGHT
    }

    private static final String GAP = "  ";
    private static final int CELL = 60;

    private final List<String> heads = new ArrayList<>();
    private final List<Side> sides = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a column; all columns come before all rows. */
    public TextTable column(String head, Side side) {
        heads.add(head);
        sides.add(side);
        return this;
    }

    /** Adds a row with a value for every column. */
    public TextTable row(String... values) {
        return row(Arrays.asList(values));
    }

    /** Adds a row with a value for every column. */
    public TextTable row(List<String> values) {
        if (values.size() != heads.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + heads.size() + " columns");
        }
        rows.add(values.stream().map(TextTable::shown).toList());
        return this;
    }

    /** Control characters must not reach a terminal, and no cell may push the others out of sight. */
    private static String shown(String value) {
        String safe = value.replaceAll("\\p{Cntrl}", " ");
        return safe.length() <= CELL ? safe : safe.substring(0, CELL - 3) + "...";
    }

    /** How many columns fit into lines of that many characters; at least one. */
    public int fitting(int width) {
        int used = 0;
        for (int i = 0; i < heads.size(); i++) {
            used += width(i) + (i == 0 ? 0 : GAP.length());
            if (used > width) {
                return Math.max(1, i);
            }
        }
        return heads.size();
    }

    /** The lines, the head first, each with that many columns. */
    public List<String> lines(int columns) {
        List<String> lines = new ArrayList<>();
        lines.add(line(heads, columns));
        rows.forEach(row -> lines.add(line(row, columns)));
        return lines;
    }

    /** The whole table as one text. */
    public String text() {
        return lines(heads.size()).stream().collect(Collectors.joining(System.lineSeparator()));
    }

    private int width(int column) {
        int width = heads.get(column).length();
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }

    private String line(List<String> values, int columns) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            String padding = " ".repeat(width(i) - values.get(i).length());
            line.append(i == 0 ? "" : GAP);
            line.append(sides.get(i) == Side.RIGHT ? padding + values.get(i) : values.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }
}
