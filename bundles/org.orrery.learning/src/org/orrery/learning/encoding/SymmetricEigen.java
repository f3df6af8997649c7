package org.orrery.learning.encoding;

/** Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations (Golub and Van Loan, Matrix Computations, 8.5). */
final class SymmetricEigen {
    private static final int MOST_SWEEPS = 60;
    private static final double SMALL = 1e-30;

    private final double[][] matrix;
    /** Each row becomes an eigenvector. */
    private final double[][] vectors;

    private SymmetricEigen(double[][] matrix) {
        this.matrix = matrix;
        this.vectors = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            vectors[i][i] = 1;
        }
    }

    /** @param matrix symmetric; changed */
    static SymmetricEigen of(double[][] matrix, Runnable poll) {
        SymmetricEigen eigen = new SymmetricEigen(matrix);
        for (int sweep = 0; sweep < MOST_SWEEPS && !eigen.isDiagonal(); sweep++) {
            for (int p = 0; p < matrix.length; p++) {
                poll.run();
                for (int q = p + 1; q < matrix.length; q++) {
                    eigen.rotate(p, q);
                }
            }
        }
        return eigen;
    }

    private boolean isDiagonal() {
        double off = 0;
        double all = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                double square = matrix[i][j] * matrix[i][j];
                all += square;
                off += i == j ? 0 : square;
            }
        }
        // A matrix that is not finite never becomes diagonal: the sweeps end.
        return off <= SMALL * all;
    }

    private void rotate(int p, int q) {
        if (matrix[p][q] == 0) {
            return;
        }
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        double[] rowP = matrix[p];
        double[] rowQ = matrix[q];
        turn(rowP, rowQ, cosine, sine);
        for (double[] row : matrix) {
            double first = row[p];
            row[p] = cosine * first - sine * row[q];
            row[q] = sine * first + cosine * row[q];
        }
        rowP[q] = 0;
        rowQ[p] = 0;
        turn(vectors[p], vectors[q], cosine, sine);
    }

    private static void turn(double[] p, double[] q, double cosine, double sine) {
        for (int k = 0; k < p.length; k++) {
            double first = p[k];
            p[k] = cosine * first - sine * q[k];
            q[k] = sine * first + cosine * q[k];
        }
    }

    /** In no order. */
    double[] values() {
        double[] values = new double[matrix.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix[i][i];
        }
        return values;
    }

    /** Of length 1, belonging to the value at that place. */
    double[] vector(int index) {
        return vectors[index];
    }
}
