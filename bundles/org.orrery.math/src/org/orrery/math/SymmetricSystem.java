package org.orrery.math;

import java.util.Arrays;

/**
 * Solves symmetric, positive definite systems of linear equations by Cholesky's factorisation. A matrix that is not quite
 * positive definite, as those of unpenalised directions are, gets a small multiple of its largest diagonal element added to
 * the diagonal. For one thread.
 */
public final class SymmetricSystem {
    private static final double LEAST_RIDGE = 1e-13;
    private static final double MOST_RIDGE = 1e3;

    private final int size;
    private final double[][] factor;

    /** @param size how many unknowns there are */
    public SymmetricSystem(int size) {
        this.size = size;
        this.factor = new double[size][size];
    }

    /**
     * Factorises a matrix.
     *
     * @param matrix its upper triangle is read: {@code matrix[i][j]} with j at least i
     * @return false when no ridge makes it positive definite, since a value is not finite
     */
    public boolean factorise(double[][] matrix) {
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, Math.abs(matrix[i][i]));
        }
        double ridge = 0;
        while (ridge <= MOST_RIDGE) {
            if (tryFactorise(matrix, ridge * largest, largest * LEAST_RIDGE)) {
                return true;
            }
            ridge = ridge == 0 ? LEAST_RIDGE : ridge * 100;
        }
        return false;
    }

    private boolean tryFactorise(double[][] matrix, double added, double least) {
        for (int i = 0; i < size; i++) {
            System.arraycopy(matrix[i], i, factor[i], i, size - i);
            factor[i][i] += added;
        }
        for (int k = 0; k < size; k++) {
            double[] pivotRow = factor[k];
            double pivot = pivotRow[k];
            if (!(pivot > least * 0.01) || Double.isInfinite(pivot)) {
                return false;
            }
            double root = Math.sqrt(pivot);
            for (int j = k; j < size; j++) {
                pivotRow[j] /= root;
            }
            for (int i = k + 1; i < size; i++) {
                subtract(factor[i], pivotRow, pivotRow[i], i, size);
            }
        }
        return true;
    }

    private static void subtract(double[] row, double[] pivotRow, double share, int from, int to) {
        if (share == 0) {
            return;
        }
        for (int j = from; j < to; j++) {
            row[j] -= share * pivotRow[j];
        }
    }

    /** The solution for that right-hand side, which is not changed, with the matrix factorised last. */
    public double[] solve(double[] right) {
        double[] solution = Arrays.copyOf(right, size);
        for (int i = 0; i < size; i++) {
            solution[i] /= factor[i][i];
            subtract(solution, factor[i], solution[i], i + 1, size);
        }
        for (int i = size - 1; i >= 0; i--) {
            double sum = solution[i];
            for (int j = i + 1; j < size; j++) {
                sum -= factor[i][j] * solution[j];
            }
            solution[i] = sum / factor[i][i];
        }
        return solution;
    }
}
