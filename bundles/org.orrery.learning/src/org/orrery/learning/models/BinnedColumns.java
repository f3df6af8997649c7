package org.orrery.learning.models;

import java.util.Arrays;

import org.orrery.analysis.UnitCompute;
import org.orrery.learning.encoding.DesignMatrix;

/**
 * Columns in at most 256 bins each, one byte per row. A column of few values has a bin for each; others are cut at quantiles of an
 * even selection of their rows. Immutable and thread-safe.
 */
final class BinnedColumns {
    /** The most bins a column has. */
    static final int BINS = 256;
    private static final int SELECTED = 1 << 15;

    private final byte[][] bins;
    private final double[][] cuts;
    private final int[] starts;
    private final int rows;

    private BinnedColumns(int width, int rows) {
        this.bins = new byte[width][];
        this.cuts = new double[width][];
        this.starts = new int[width + 1];
        this.rows = rows;
    }

    static BinnedColumns of(DesignMatrix matrix, UnitCompute compute) throws Exception {
        BinnedColumns binned = new BinnedColumns(matrix.width(), matrix.rows());
        compute.parallel(matrix.width(), j -> {
            compute.checkCancelled();
            double[] column = matrix.column(j);
            TwoValues two = TwoValues.of(column, matrix.rows());
            if (two != null) {
                binned.cuts[j] = QuantileCuts.between(two.values());
                binned.bins[j] = two.ranks(column, matrix.rows());
                return;
            }
            FewValues few = FewValues.of(column, matrix.rows());
            binned.cuts[j] = few != null ? QuantileCuts.between(few.values()) : quantiles(column, matrix.rows());
            binned.bins[j] = assign(column, matrix.rows(), binned.cuts[j]);
        });
        for (int j = 0; j < matrix.width(); j++) {
            binned.starts[j + 1] = binned.starts[j] + binned.count(j);
        }
        return binned;
    }

    private static double[] quantiles(double[] column, int rows) {
        int count = Math.min(rows, SELECTED);
        double[] selected = new double[count];
        for (int k = 0; k < count; k++) {
            selected[k] = column[(int) ((long) rows * k / count)] + 0.0;
        }
        Arrays.sort(selected);
        return QuantileCuts.of(selected, BINS);
    }

    private static byte[] assign(double[] column, int rows, double[] cuts) {
        byte[] result = new byte[rows];
        // Filled up to a power of two, so that each search takes the same steps.
        double[] padded = Arrays.copyOf(cuts, BINS);
        Arrays.fill(padded, cuts.length, BINS, Double.POSITIVE_INFINITY);
        for (int i = 0; i < rows; i++) {
            double value = column[i];
            int bin = 0;
            for (int step = BINS / 2; step > 0; step >>= 1) {
                bin += value > padded[bin + step - 1] ? step : 0;
            }
            result[i] = (byte) bin;
        }
        return result;
    }

    int rows() {
        return rows;
    }

    int width() {
        return bins.length;
    }

    /** The bin of each row, as an unsigned byte; not to be changed. */
    byte[] bins(int column) {
        return bins[column];
    }

    /** How many bins a column has. */
    int count(int column) {
        return cuts[column].length + 1;
    }

    /** How many bins all columns before this one have. */
    int start(int column) {
        return starts[column];
    }

    /** The largest value that belongs to a bin or one before it. */
    double cut(int column, int bin) {
        return cuts[column][bin];
    }
}
