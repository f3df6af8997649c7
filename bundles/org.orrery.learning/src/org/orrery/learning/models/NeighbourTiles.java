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
        this.tiles = new float[count][(width + 3) / 4 * 4][];
        this.halfSquares = new float[count][ROWS];
        float[] nothing = new float[ROWS];
        double largest = 0;
        for (int t = 0; t < count; t++) {
            int size = size(t);
            double[] squares = new double[ROWS];
            // What fills up to whole fours is there once for all tiles.
            Arrays.fill(tiles[t], nothing);
            for (int j = 0; j < width; j++) {
                float[] tile = new float[ROWS];
                tiles[t][j] = tile;
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
     * @param queries negated rows of single precision, as long as the columns rounded up to a multiple of four
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
                FloatProducts.add(into[0], into[1], into[2], into[3], queries, first, j, columns[j], columns[j + 1],
                        columns[j + 2], columns[j + 3], ROWS);
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
