package org.orrery.learning.models;

import java.util.Arrays;

/**
 * Training rows in tiles of single-precision columns, each small enough for the cache and made of the double ones whenever it is needed:
 * for some dozens of queries at once that takes a hundredth of the time, and less than half of the memory of keeping both. Distances from
 * here are near enough to tell which rows may be among the nearest: {@link #slack} says how near. Immutable and thread-safe.
 */
final class NeighbourTiles {
    /** Rows of a tile. */
    static final int ROWS = 512;
    /** Queries worked on at once. */
    static final int QUERIES = 4;

    private static final double UNIT = 6e-8;
    /** Beyond this single precision may overflow. */
    private static final double LARGE = 1e15;

    private final boolean absolute;
    private final int rows;
    private final int width;
    private final double[][] columns;
    private final float[] halfSquares;
    private final double largestNorm;

    /** @param columns at least {@code rows} values each */
    NeighbourTiles(double[][] columns, int rows, boolean absolute) {
        this.absolute = absolute;
        this.rows = rows;
        this.width = columns.length;
        this.columns = columns;
        this.halfSquares = new float[rows];
        double largest = 0;
        double[] squares = new double[ROWS];
        for (int t = 0; t < count(); t++) {
            int size = size(t);
            Arrays.fill(squares, 0);
            for (double[] column : columns) {
                if (absolute) {
                    addAbsolute(column, t * ROWS, size, squares);
                } else {
                    addSquares(column, t * ROWS, size, squares);
                }
            }
            for (int i = 0; i < size; i++) {
                largest = Math.max(largest, absolute ? squares[i] : Math.sqrt(squares[i]));
                halfSquares[t * ROWS + i] = absolute ? 0 : (float) (squares[i] / 2);
            }
        }
        this.largestNorm = largest;
    }

    private static void addSquares(double[] column, int from, int size, double[] sums) {
        for (int i = 0; i < size; i++) {
            sums[i] += column[from + i] * column[from + i];
        }
    }

    private static void addAbsolute(double[] column, int from, int size, double[] sums) {
        for (int i = 0; i < size; i++) {
            sums[i] += Math.abs(column[from + i]);
        }
    }

    int count() {
        return (rows + ROWS - 1) / ROWS;
    }

    /** Room for one tile: its columns, up to whole fours. */
    float[][] room() {
        return new float[(width + 3) / 4 * 4][ROWS];
    }

    /** Makes a tile. What fills up to whole fours and rows beyond the last stay as they were. */
    void load(int tile, float[][] into) {
        for (int j = 0; j < width; j++) {
            narrow(columns[j], tile * ROWS, size(tile), into[j]);
        }
    }

    private static void narrow(double[] column, int from, int size, float[] into) {
        for (int i = 0; i < size; i++) {
            into[i] = (float) column[from + i];
        }
    }

    /** How many rows of a tile are rows. */
    int size(int tile) {
        return Math.min(ROWS, rows - tile * ROWS);
    }

    /** How far the near distance of a query may be from the exact one; infinite when it says nothing. */
    double slack(double[] query) {
        double norm = 0;
        for (double value : query) {
            norm += absolute ? Math.abs(value) : value * value;
        }
        norm = absolute ? norm : Math.sqrt(norm);
        if (!(norm < LARGE && largestNorm < LARGE)) {
            return Double.POSITIVE_INFINITY;
        }
        double scale = absolute ? norm + largestNorm : largestNorm * (norm + largestNorm);
        return UNIT * (width + 8) * scale + Float.MIN_NORMAL;
    }

    /**
     * The near distances of four queries to the rows of a tile: of squares, half of it without what is the same for all rows.
     *
     * @param loaded the columns of the tile
     * @param queries negated rows of single precision, as long as the columns rounded up to a multiple of four
     * @param first the first of the four
     */
    void distances(int tile, float[][] loaded, float[][] queries, int first, float[][] into) {
        for (float[] each : into) {
            System.arraycopy(halfSquares, tile * ROWS, each, 0, size(tile));
        }
        for (int j = 0; j < width; j += 4) {
            if (absolute) {
                for (int q = 0; q < QUERIES; q++) {
                    addAbsolute(into[q], queries[first + q], j, loaded[j], loaded[j + 1], loaded[j + 2], loaded[j + 3]);
                }
            } else {
                FloatProducts.add(into[0], into[1], into[2], into[3], queries, first, j, loaded[j], loaded[j + 1], loaded[j + 2],
                        loaded[j + 3], ROWS);
            }
        }
    }

    private static void addAbsolute(float[] sum, float[] query, int j, float[] x0, float[] x1, float[] x2, float[] x3) {
        float a = query[j];
        float b = query[j + 1];
        float c = query[j + 2];
        float d = query[j + 3];
        for (int i = 0; i < ROWS; i++) {
            sum[i] += Math.abs(x0[i] + a) + Math.abs(x1[i] + b) + (Math.abs(x2[i] + c) + Math.abs(x3[i] + d));
        }
    }
}
