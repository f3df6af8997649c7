package org.orrery.learning.models;

import java.util.Arrays;

/**
 * Training rows in tiles of single-precision columns, each small enough for the cache. Distances from here are near enough to
 * tell which rows may be among the nearest: {@link #slack} says how near. Immutable and thread-safe.
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
    private final float[][][] tiles;
    private final float[][] halfSquares;
    private final double largestNorm;

    /** @param columns at least {@code rows} values each */
    NeighbourTiles(double[][] columns, int rows, boolean absolute) {
        this.absolute = absolute;
        this.rows = rows;
        this.width = columns.length;
        int count = (rows + ROWS - 1) / ROWS;
        this.tiles = new float[count][(width + 3) / 4 * 4][ROWS];
        this.halfSquares = new float[count][ROWS];
        double largest = 0;
        for (int t = 0; t < count; t++) {
            int size = size(t);
            double[] squares = new double[ROWS];
            for (int j = 0; j < width; j++) {
                float[] tile = tiles[t][j];
                double[] column = columns[j];
                for (int i = 0; i < size; i++) {
                    double value = column[t * ROWS + i];
                    tile[i] = (float) value;
                    squares[i] += absolute ? Math.abs(value) : value * value;
                }
            }
            Arrays.fill(squares, size, ROWS, Double.POSITIVE_INFINITY);
            for (int i = 0; i < size; i++) {
                largest = Math.max(largest, absolute ? squares[i] : Math.sqrt(squares[i]));
                halfSquares[t][i] = absolute ? 0 : (float) (squares[i] / 2);
            }
        }
        this.largestNorm = largest;
    }

    int count() {
        return tiles.length;
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
     * @param queries rows of single precision, as long as the columns rounded up to a multiple of four
     * @param first the first of the four
     */
    void distances(int tile, float[][] queries, int first, float[][] into) {
        float[][] columns = tiles[tile];
        for (float[] each : into) {
            System.arraycopy(halfSquares[tile], 0, each, 0, ROWS);
        }
        for (int j = 0; j < width; j += 4) {
            if (absolute) {
                for (int q = 0; q < QUERIES; q++) {
                    addAbsolute(into[q], queries[first + q], j, columns[j], columns[j + 1], columns[j + 2], columns[j + 3]);
                }
            } else {
                subtractProducts(into[0], into[1], into[2], into[3], queries, first, j, columns[j], columns[j + 1],
                        columns[j + 2], columns[j + 3]);
            }
        }
    }

    private static void addAbsolute(float[] sum, float[] query, int j, float[] x0, float[] x1, float[] x2, float[] x3) {
        float a = query[j];
        float b = query[j + 1];
        float c = query[j + 2];
        float d = query[j + 3];
        for (int i = 0; i < ROWS; i++) {
            sum[i] += Math.abs(x0[i] - a) + Math.abs(x1[i] - b) + (Math.abs(x2[i] - c) + Math.abs(x3[i] - d));
        }
    }

    /** Four columns for four queries at once, so that each value that is loaded serves four times. */
    private static void subtractProducts(float[] p, float[] q, float[] r, float[] s, float[][] queries, int first, int j,
            float[] x0, float[] x1, float[] x2, float[] x3) {
        float p0 = -queries[first][j];
        float p1 = -queries[first][j + 1];
        float p2 = -queries[first][j + 2];
        float p3 = -queries[first][j + 3];
        float q0 = -queries[first + 1][j];
        float q1 = -queries[first + 1][j + 1];
        float q2 = -queries[first + 1][j + 2];
        float q3 = -queries[first + 1][j + 3];
        float r0 = -queries[first + 2][j];
        float r1 = -queries[first + 2][j + 1];
        float r2 = -queries[first + 2][j + 2];
        float r3 = -queries[first + 2][j + 3];
        float s0 = -queries[first + 3][j];
        float s1 = -queries[first + 3][j + 1];
        float s2 = -queries[first + 3][j + 2];
        float s3 = -queries[first + 3][j + 3];
        for (int i = 0; i < ROWS; i++) {
            float a = x0[i];
            float b = x1[i];
            float c = x2[i];
            float d = x3[i];
            p[i] = Math.fma(p3, d, Math.fma(p2, c, Math.fma(p1, b, Math.fma(p0, a, p[i]))));
            q[i] = Math.fma(q3, d, Math.fma(q2, c, Math.fma(q1, b, Math.fma(q0, a, q[i]))));
            r[i] = Math.fma(r3, d, Math.fma(r2, c, Math.fma(r1, b, Math.fma(r0, a, r[i]))));
            s[i] = Math.fma(s3, d, Math.fma(s2, c, Math.fma(s1, b, Math.fma(s0, a, s[i]))));
        }
    }
}
