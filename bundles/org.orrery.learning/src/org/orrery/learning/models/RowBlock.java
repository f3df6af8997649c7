package org.orrery.learning.models;

import org.orrery.learning.encoding.DesignMatrix;

/**
 * Some rows of a design matrix, each with a 1 at its end for the intercept, small enough for the cache. Loops over
 * arrays that share one index run on all lanes of the processor. For one thread.
 */
final class RowBlock {
    /** How many rows a block holds: a multiple of 4. */
    static final int ROWS = 128;

    private final DesignMatrix matrix;
    private final int stride;
    private final double[][] rows;
    private final double[] nothing;
    private int count;

    RowBlock(DesignMatrix matrix) {
        this.matrix = matrix;
        this.stride = matrix.width() + 1;
        this.rows = new double[ROWS][stride];
        this.nothing = new double[ROWS];
        for (double[] row : rows) {
            row[stride - 1] = 1;
        }
    }

    /** Takes rows {@code from} to {@code from + count − 1}. */
    void load(int from, int size) {
        count = size;
        for (int j = 0; j < stride - 1; j++) {
            double[] column = matrix.column(j);
            for (int r = 0; r < size; r++) {
                rows[r][j] = column[from + r];
            }
        }
    }

    /**
     * Adds Σ factor · row · rowᵀ to the upper triangle of a square matrix.
     *
     * @param factors one per row, its end beyond the block overwritten
     */
    void addSquares(double[] factors, double[][] sums) {
        int used = compact(factors);
        int j = 0;
        for (; j + 3 < stride; j += 4) {
            for (int r = 0; r < used; r += 4) {
                add(sums[j], sums[j + 1], sums[j + 2], sums[j + 3], j, stride, packedRows[r], packedRows[r + 1], packedRows[r + 2],
                        packedRows[r + 3], packed, r);
            }
        }
        for (; j < stride; j++) {
            for (int r = 0; r < used; r++) {
                double factor = packed[r] * packedRows[r][j];
                double[] row = packedRows[r];
                double[] sum = sums[j];
                for (int k = j; k < stride; k++) {
                    sum[k] += factor * row[k];
                }
            }
        }
    }

    private final double[] packed = new double[ROWS];
    private final double[][] packedRows = new double[ROWS][];

    /** Rows with a factor, filled up with rows of factor 0 to a multiple of four. */
    private int compact(double[] factors) {
        int used = 0;
        for (int r = 0; r < count; r++) {
            if (factors[r] != 0) {
                packed[used] = factors[r];
                packedRows[used++] = rows[r];
            }
        }
        while (used % 4 != 0) {
            packed[used] = nothing[0];
            packedRows[used++] = rows[0];
        }
        return used;
    }

    /** Four rows onto four lines of the triangle at once, so that each value that is loaded serves four times. */
    private static void add(double[] p, double[] q, double[] r, double[] s, int j, int end, double[] x0, double[] x1, double[] x2,
            double[] x3, double[] factors, int at) {
        double f0 = factors[at];
        double f1 = factors[at + 1];
        double f2 = factors[at + 2];
        double f3 = factors[at + 3];
        double p0 = f0 * x0[j];
        double p1 = f1 * x1[j];
        double p2 = f2 * x2[j];
        double p3 = f3 * x3[j];
        double q0 = f0 * x0[j + 1];
        double q1 = f1 * x1[j + 1];
        double q2 = f2 * x2[j + 1];
        double q3 = f3 * x3[j + 1];
        double r0 = f0 * x0[j + 2];
        double r1 = f1 * x1[j + 2];
        double r2 = f2 * x2[j + 2];
        double r3 = f3 * x3[j + 2];
        double s0 = f0 * x0[j + 3];
        double s1 = f1 * x1[j + 3];
        double s2 = f2 * x2[j + 3];
        double s3 = f3 * x3[j + 3];
        for (int k = j; k < end; k++) {
            double a = x0[k];
            double b = x1[k];
            double c = x2[k];
            double d = x3[k];
            p[k] += p0 * a + p1 * b + (p2 * c + p3 * d);
            q[k] += q0 * a + q1 * b + (q2 * c + q3 * d);
            r[k] += r0 * a + r1 * b + (r2 * c + r3 * d);
            s[k] += s0 * a + s1 * b + (s2 * c + s3 * d);
        }
    }

    /** The scalar product of each row with these coefficients, the intercept last. */
    void scores(double[] point, int at, double[] scores) {
        for (int r = 0; r < count; r++) {
            double[] row = rows[r];
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int k = 0;
            for (; k + 3 < stride; k += 4) {
                a += row[k] * point[at + k];
                b += row[k + 1] * point[at + k + 1];
                c += row[k + 2] * point[at + k + 2];
                d += row[k + 3] * point[at + k + 3];
            }
            for (; k < stride; k++) {
                a += row[k] * point[at + k];
            }
            scores[r] = a + b + (c + d);
        }
    }

    /** Adds Σ factor · row to a vector. */
    void addRows(double[] factors, double[] sums) {
        int used = compact(factors);
        for (int r = 0; r < used; r += 4) {
            add(sums, stride, packed[r], packed[r + 1], packed[r + 2], packed[r + 3], packedRows[r], packedRows[r + 1],
                    packedRows[r + 2], packedRows[r + 3]);
        }
    }

    private static void add(double[] sums, int end, double f0, double f1, double f2, double f3, double[] x0, double[] x1, double[] x2,
            double[] x3) {
        for (int k = 0; k < end; k++) {
            sums[k] += f0 * x0[k] + f1 * x1[k] + (f2 * x2[k] + f3 * x3[k]);
        }
    }
}
