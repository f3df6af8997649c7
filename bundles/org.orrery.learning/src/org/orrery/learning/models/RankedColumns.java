package org.orrery.learning.models;

import java.util.Arrays;

import org.orrery.analysis.UnitCompute;
import org.orrery.learning.encoding.DesignMatrix;

/**
 * Columns as ranks: for each row the place of its value among the distinct values of the column, in one, two or four bytes. Trees
 * grown on ranks are those grown on the values. Immutable and thread-safe.
 */
final class RankedColumns {
    private static final int BYTE = 1 << 8;
    private static final int SHORT = 1 << 16;

    private final Object[] ranks;
    private final double[][] distinct;
    private final int rows;

    private RankedColumns(int width, int rows) {
        this.ranks = new Object[width];
        this.distinct = new double[width][];
        this.rows = rows;
    }

    static RankedColumns of(DesignMatrix matrix, UnitCompute compute) throws Exception {
        RankedColumns ranked = new RankedColumns(matrix.width(), matrix.rows());
        compute.parallel(matrix.width(), j -> {
            compute.checkCancelled();
            ranked.rank(j, matrix.column(j));
        });
        return ranked;
    }

    private void rank(int j, double[] column) {
        FewValues few = FewValues.of(column, rows);
        if (few != null) {
            byte[] bytes = new byte[rows];
            for (int i = 0; i < rows; i++) {
                bytes[i] = (byte) few.rank(column[i]);
            }
            distinct[j] = few.values();
            ranks[j] = bytes;
            return;
        }
        int[] order = SortedRows.of(column, rows);
        double[] values = new double[rows];
        int count = 0;
        int[] result = new int[rows];
        for (int i = 0; i < rows; i++) {
            double value = column[order[i]];
            if (i == 0 || value != values[count - 1]) {
                values[count++] = value;
            }
            result[order[i]] = count - 1;
        }
        distinct[j] = Arrays.copyOf(values, count);
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

    /** The distinct values of a column, ascending; not to be changed. */
    double[] values(int column) {
        return distinct[column];
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
