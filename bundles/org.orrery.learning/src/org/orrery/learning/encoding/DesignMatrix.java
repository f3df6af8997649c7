package org.orrery.learning.encoding;

import java.util.Arrays;
import java.util.List;

/** Numbers, column by column, none of them missing. The arrays are not changed after construction. Thread-safe. */
public final class DesignMatrix {
    private final double[][] columns;
    private final int rows;
    private final List<String> names;

    /**
     * @param columns each with at least {@code rows} values; taken, not copied
     * @param names one per column
     */
    public DesignMatrix(double[][] columns, int rows, List<String> names) {
        if (columns.length != names.size()) {
            throw new IllegalArgumentException(columns.length + " columns, but " + names.size() + " names");
        }
        this.columns = columns;
        this.rows = rows;
        this.names = List.copyOf(names);
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** How many columns there are. */
    public int width() {
        return columns.length;
    }

    /** Some of the rows; copied. */
    public DesignMatrix rows(int from, int to) {
        double[][] part = new double[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            part[j] = Arrays.copyOfRange(columns[j], from, to);
        }
        return new DesignMatrix(part, to - from, names);
    }

    /** The values of that column; not to be changed. */
    public double[] column(int index) {
        return columns[index];
    }

    /** The names of the columns. */
    public List<String> names() {
        return names;
    }
}
