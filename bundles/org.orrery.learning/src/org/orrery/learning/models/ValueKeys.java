package org.orrery.learning.models;

import org.orrery.analysis.UnitCompute;
import org.orrery.learning.encoding.DesignMatrix;

/**
 * Values for splits at random places, which need no ranks, as whole numbers of the same order: single precision less one bit, so
 * that the difference of two of them never overflows. They are kept twice: column by column for the many rows of a node near the
 * root, and row by row for {@link KeyBlock}. Immutable and thread-safe.
 */
final class ValueKeys {
    private static final int CHUNK_BITS = 13;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final int width;
    private final int[][] columns;
    private final int[][] chunks;

    private ValueKeys(int width, int rows) {
        this.width = width;
        this.columns = new int[width][rows];
        this.chunks = new int[(rows + CHUNK - 1) / CHUNK][];
    }

    static ValueKeys of(DesignMatrix matrix, UnitCompute compute) throws Exception {
        int rows = matrix.rows();
        ValueKeys made = new ValueKeys(matrix.width(), rows);
        compute.parallel(made.chunks.length, k -> {
            compute.checkCancelled();
            int from = k * CHUNK;
            made.chunks[k] = new int[Math.min(CHUNK, rows - from) * made.width];
            for (int j = 0; j < made.width; j++) {
                made.fill(j, matrix.column(j), from, Math.min(rows, from + CHUNK), made.chunks[k]);
            }
        });
        return made;
    }

    private void fill(int column, double[] values, int from, int to, int[] chunk) {
        int[] keys = columns[column];
        int at = column;
        for (int i = from; i < to; i++) {
            int key = key(rounded(values[i]));
            keys[i] = key;
            chunk[at] = key;
            at += width;
        }
    }

    /** Beyond single precision all values are as far; adding 0 makes a negative zero the zero it equals. */
    private static float rounded(double value) {
        return (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value + 0.0));
    }

    static int key(float value) {
        int bits = Float.floatToRawIntBits(value);
        return (bits ^ bits >> Integer.SIZE - 1 & Integer.MAX_VALUE) >> 1;
    }

    /** The least value of that key. */
    static float value(int key) {
        int bits = key << 1;
        return Float.intBitsToFloat(bits ^ bits >> Integer.SIZE - 1 & Integer.MAX_VALUE);
    }

    /** The largest value in double precision whose key is below this one. */
    static double below(int key) {
        float least = value(key);
        return Math.nextDown(least - ((double) least - Math.nextDown(least)) / 2);
    }

    int width() {
        return width;
    }

    /** The keys of a column, one per row; not to be changed. */
    int[] column(int column) {
        return columns[column];
    }

    /** Copies the keys of a row. */
    void copyRow(int row, int[] into, int at) {
        System.arraycopy(chunks[row >>> CHUNK_BITS], (row & CHUNK - 1) * width, into, at, width);
    }
}
