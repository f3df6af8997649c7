package org.orrery.analysis.render;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** Leaves out points that no reader of a picture could see. Pure functions. */
public final class Decimation {
    private Decimation() {
    }

    /**
     * The points to draw of a line. Of points that follow each other in one column of pixels the first, the lowest, the
     * highest and the last are kept: the line then covers the same pixels as with all of them (M4 of Jugel, Jerzak,
     * Hackenbroich and Markl, "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 2014). The points need not
     * be sorted. Of points without a position that follow each other one is kept, for the gap.
     *
     * @param column the horizontal position in pixels of an x value; NaN for a value that has none
     * @return indices into x and y, ascending
     */
    public static int[] line(double[] x, double[] y, DoubleUnaryOperator column) {
        int[] kept = new int[x.length];
        int size = 0;
        int start = 0;
        while (start < x.length) {
            double at = columnOf(x[start], y[start], column);
            int end = start + 1;
            while (end < x.length && Double.compare(columnOf(x[end], y[end], column), at) == 0) {
                end++;
            }
            if (Double.isNaN(at)) {
                kept[size++] = start;
            } else {
                size = keep(y, start, end, kept, size);
            }
            start = end;
        }
        return Arrays.copyOf(kept, size);
    }

    private static double columnOf(double x, double y, DoubleUnaryOperator column) {
        return Double.isNaN(y) ? Double.NaN : Math.floor(column.applyAsDouble(x));
    }

    private static int keep(double[] y, int start, int end, int[] kept, int size) {
        int low = start;
        int high = start;
        for (int i = start + 1; i < end; i++) {
            if (y[i] < y[low]) {
                low = i;
            }
            if (y[i] > y[high]) {
                high = i;
            }
        }
        int next = size;
        int last = -1;
        for (int index : new int[] {start, Math.min(low, high), Math.max(low, high), end - 1}) {
            if (index > last) {
                kept[next++] = index;
                last = index;
            }
        }
        return next;
    }

    /**
     * The points to draw of a scatter: the first of those that lie in the same pixel. Points without a position are left
     * out.
     *
     * @param column the horizontal position in pixels of an x value; NaN for a value that has none
     * @param row the vertical position in pixels of a y value; NaN for a value that has none
     * @return indices into x and y, ascending
     */
    public static int[] points(double[] x, double[] y, DoubleUnaryOperator column, DoubleUnaryOperator row) {
        Set<Long> taken = new HashSet<>();
        int[] kept = new int[x.length];
        int size = 0;
        for (int i = 0; i < x.length; i++) {
            double across = column.applyAsDouble(x[i]);
            double down = row.applyAsDouble(y[i]);
            if (Double.isFinite(across) && Double.isFinite(down)
                    && taken.add(((long) Math.floor(across) << 32) ^ ((long) Math.floor(down) & 0xFFFF_FFFFL))) {
                kept[size++] = i;
            }
        }
        return Arrays.copyOf(kept, size);
    }
}
