package org.orrery.learning.models;

/** Rows of the kernel matrix of some training rows, those used last kept in memory. For one thread. */
final class KernelRows {
    private final KernelFunction function;
    private final double[][] columns;
    private final double[] squares;
    private final double[] diagonal;
    private final float[][] kept;
    private final long[] used;
    private final int most;
    private int count;
    private long clock;
    private final double[] row;
    private final double[] values;

    /** @param bytes how much memory kept rows may take, two of them at least */
    KernelRows(KernelFunction function, double[][] columns, int rows, long bytes) {
        this.function = function;
        this.columns = columns;
        this.squares = KernelFunction.squares(columns, rows);
        this.kept = new float[rows][];
        this.used = new long[rows];
        this.most = (int) Math.max(2, Math.min(rows, bytes / (4L * rows)));
        this.row = new double[columns.length];
        this.values = new double[rows];
        this.diagonal = new double[rows];
        for (int i = 0; i < rows; i++) {
            diagonal[i] = switch (function.kernel()) {
                case RBF -> 1;
                case POLYNOMIAL -> Math.pow(function.gamma() * squares[i] + function.coefficient(), function.degree());
                case LINEAR -> squares[i];
            };
        }
    }

    double diagonal(int i) {
        return diagonal[i];
    }

    float[] row(int i) {
        used[i] = ++clock;
        if (kept[i] != null) {
            return kept[i];
        }
        float[] room = count < most ? new float[kept.length] : oldest();
        count = Math.min(most, count + 1);
        for (int j = 0; j < row.length; j++) {
            row[j] = columns[j][i];
        }
        function.of(row, columns, squares, values);
        for (int t = 0; t < room.length; t++) {
            room[t] = (float) values[t];
        }
        kept[i] = room;
        return room;
    }

    private float[] oldest() {
        int oldest = -1;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i] != null && (oldest < 0 || used[i] < used[oldest])) {
                oldest = i;
            }
        }
        float[] room = kept[oldest];
        kept[oldest] = null;
        return room;
    }
}
