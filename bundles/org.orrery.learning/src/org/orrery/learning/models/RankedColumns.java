package org.orrery.learning.models;

import org.orrery.analysis.UnitCompute;
import org.orrery.learning.encoding.DesignMatrix;

/**
 * Columns as ranks: for each row the place of its value among the distinct values of the column, in one, two or four bytes. Trees
 * grown on ranks are those grown on the values, which stay in the matrix. Immutable and thread-safe.
 */
final class RankedColumns {
    private static final int BYTE = 1 << 8;
    private static final int SHORT = 1 << 16;

    private final DesignMatrix matrix;
    private final Object[] ranks;
    private final boolean[] twoValued;
    private final int rows;

    private RankedColumns(DesignMatrix matrix) {
        this.matrix = matrix;
        this.ranks = new Object[matrix.width()];
        this.twoValued = new boolean[matrix.width()];
        this.rows = matrix.rows();
    }

    static RankedColumns of(DesignMatrix matrix, UnitCompute compute) throws Exception {
        RankedColumns ranked = new RankedColumns(matrix);
        compute.parallel(matrix.width(), j -> {
            compute.checkCancelled();
            ranked.rank(j, matrix.column(j));
        });
        return ranked;
    }

    private void rank(int j, double[] column) {
        TwoValues two = TwoValues.of(column, rows);
        if (two != null) {
            ranks[j] = two.ranks(column, rows);
            twoValued[j] = true;
            return;
        }
        FewValues few = FewValues.of(column, rows);
        if (few != null) {
            byte[] bytes = new byte[rows];
            for (int i = 0; i < rows; i++) {
                bytes[i] = (byte) few.rank(column[i]);
            }
            ranks[j] = bytes;
            return;
        }
        int[] order = SortedRows.of(column, rows);
        int count = 0;
        int[] result = new int[rows];
        double before = Double.NaN;
        for (int i = 0; i < rows; i++) {
            double value = column[order[i]];
            if (value != before) {
                before = value;
                count++;
            }
            result[order[i]] = count - 1;
        }
        ranks[j] = count <= BYTE ? bytes(result) : count <= SHORT ? chars(result) : result;
    }

    private static byte[] bytes(int[] values) {
        byte[] result = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (byte) values[i];
        }
        return result;
    }

    private static char[] chars(int[] values) {
        char[] result = new char[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (char) values[i];
        }
        return result;
    }

    int rows() {
        return rows;
    }

    int width() {
        return ranks.length;
    }

    /** The value that has the rank of a row. */
    double value(int column, int row) {
        return matrix.column(column)[row] + 0.0;
    }

    /** Whether a column has no more than two values, so that its ranks are 0 and 1. */
    boolean isTwoValued(int column) {
        return twoValued[column];
    }

    /**
     * Sums up rows of rank 1 of a column of two values, for two classes.
     *
     * @param named the rows, at places {@code from} to {@code to − 1}
     * @param marks of those rows
     * @return how often those of the first class count, and in the upper half those of the second
     */
    long sumOnes(int column, int[] named, int[] marks, int from, int to) {
        byte[] values = (byte[]) ranks[column];
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += SplitSearch.pair(marks[i]) & -(long) values[named[i]];
        }
        return sum;
    }

    /**
     * The ranks of some rows, in the order in which they are named from {@code from} to {@code to − 1}.
     *
     * @return the least rank in the upper half, the largest in the lower
     */
    long gather(int column, int[] named, int from, int to, int[] into) {
        // Not a switch over types, which is linked for each call.
        Object some = ranks[column];
        if (some instanceof byte[] bytes) {
            return gather(bytes, named, from, to, into);
        }
        return some instanceof char[] chars ? gather(chars, named, from, to, into) : gather((int[]) some, named, from, to, into);
    }

    private static long gather(byte[] values, int[] named, int from, int to, int[] into) {
        int least = Integer.MAX_VALUE;
        int largest = 0;
        for (int i = from; i < to; i++) {
            int rank = values[named[i]] & 0xFF;
            into[i - from] = rank;
            least = Math.min(least, rank);
            largest = Math.max(largest, rank);
        }
        return (long) least << Integer.SIZE | largest;
    }

    private static long gather(char[] values, int[] named, int from, int to, int[] into) {
        int least = Integer.MAX_VALUE;
        int largest = 0;
        for (int i = from; i < to; i++) {
            int rank = values[named[i]];
            into[i - from] = rank;
            least = Math.min(least, rank);
            largest = Math.max(largest, rank);
        }
        return (long) least << Integer.SIZE | largest;
    }

    private static long gather(int[] values, int[] named, int from, int to, int[] into) {
        int least = Integer.MAX_VALUE;
        int largest = 0;
        for (int i = from; i < to; i++) {
            int rank = values[named[i]];
            into[i - from] = rank;
            least = Math.min(least, rank);
            largest = Math.max(largest, rank);
        }
        return (long) least << Integer.SIZE | largest;
    }
}
