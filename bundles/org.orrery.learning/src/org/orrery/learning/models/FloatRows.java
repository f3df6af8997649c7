package org.orrery.learning.models;

import org.orrery.analysis.UnitCompute;
import org.orrery.learning.encoding.DesignMatrix;

/**
 * Values in single precision for splits at random places, which need no ranks: row by row, so that the few rows of a node deep in a
 * tree stay in the cache while its descendants are split. The many rows of a node near the root are read from their columns.
 * Immutable and thread-safe.
 */
final class FloatRows {
    /** From so many rows on columns are read. */
    private static final int MANY = 4096;
    private static final int CHUNK_BITS = 13;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final DesignMatrix matrix;
    private final int width;
    private final float[][] chunks;

    private FloatRows(DesignMatrix matrix) {
        this.matrix = matrix;
        this.width = matrix.width();
        this.chunks = new float[(matrix.rows() + CHUNK - 1) / CHUNK][];
    }

    static FloatRows of(DesignMatrix matrix, UnitCompute compute) throws Exception {
        FloatRows made = new FloatRows(matrix);
        compute.parallel(made.chunks.length, k -> {
            compute.checkCancelled();
            int from = k * CHUNK;
            int count = Math.min(CHUNK, matrix.rows() - from);
            float[] chunk = new float[count * made.width];
            for (int j = 0; j < made.width; j++) {
                double[] column = matrix.column(j);
                for (int i = 0; i < count; i++) {
                    chunk[i * made.width + j] = rounded(column[from + i]);
                }
            }
            made.chunks[k] = chunk;
        });
        return made;
    }

    /** Beyond single precision all values are as far. */
    private static float rounded(double value) {
        return (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value + 0.0));
    }

    /** The values of a column for some rows, in the order in which they are named from {@code from} to {@code to − 1}. */
    void gather(int column, int[] named, int from, int to, float[] into) {
        if (to - from >= MANY) {
            gather(matrix.column(column), named, from, to, into);
            return;
        }
        for (int i = from; i < to; i++) {
            int row = named[i];
            into[i - from] = chunks[row >>> CHUNK_BITS][(row & CHUNK - 1) * width + column];
        }
    }

    private static void gather(double[] column, int[] named, int from, int to, float[] into) {
        for (int i = from; i < to; i++) {
            into[i - from] = rounded(column[named[i]]);
        }
    }
}
