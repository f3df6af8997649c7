package org.orrery.learning.models;

import org.orrery.analysis.UnitCompute;

/** Rows cut into few parts whose sums are added in order, so that they do not depend on the number of threads. */
record RowParts(int rows, int count) {
    private static final int MOST = 8;
    private static final int LEAST_ROWS = 4096;

    /** Does one part. */
    @FunctionalInterface
    interface Work {
        void run(int part, int from, int to) throws Exception;
    }

    static RowParts of(int rows) {
        return new RowParts(rows, Math.max(1, Math.min(MOST, rows / LEAST_ROWS)));
    }

    void each(UnitCompute compute, Work work) throws Exception {
        if (count == 1) {
            work.run(0, 0, rows);
        } else {
            compute.parallel(count, part -> work.run(part, (int) ((long) rows * part / count), (int) ((long) rows * (part + 1) / count)));
        }
    }
}
