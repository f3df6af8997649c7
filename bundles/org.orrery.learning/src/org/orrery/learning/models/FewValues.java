package org.orrery.learning.models;

import java.util.Arrays;

/** The distinct values of a column that has few, with their ranks; found without sorting the column. */
final class FewValues {
    /** More are not few. */
    private static final int MOST = 128;
    private static final int SLOTS = 512;

    private final long[] keys = new long[SLOTS];
    private final int[] ranks = new int[SLOTS];
    private double[] values = new double[MOST];
    private int count;

    private FewValues() {
        Arrays.fill(ranks, -1);
    }

    /** Null when there are many. No value is NaN. */
    static FewValues of(double[] column, int rows) {
        FewValues few = new FewValues();
        for (int i = 0; i < rows; i++) {
            long key = key(column[i]);
            int slot = few.slot(key);
            if (few.ranks[slot] < 0) {
                if (few.count == MOST) {
                    return null;
                }
                few.keys[slot] = key;
                few.ranks[slot] = 0;
                few.values[few.count++] = column[i] + 0.0;
            }
        }
        few.values = Arrays.copyOf(few.values, few.count);
        sort(few.values);
        for (int k = 0; k < few.count; k++) {
            few.ranks[few.slot(key(few.values[k]))] = k;
        }
        return few;
    }

    /** By insertion: so few are sorted before the library's sort is linked. */
    private static void sort(double[] values) {
        for (int i = 1; i < values.length; i++) {
            double value = values[i];
            int at = i;
            for (; at > 0 && values[at - 1] > value; at--) {
                values[at] = values[at - 1];
            }
            values[at] = value;
        }
    }

    /** Adding 0 makes a negative zero the zero it equals. */
    private static long key(double value) {
        return Double.doubleToRawLongBits(value + 0.0);
    }

    private int slot(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 55);
        while (ranks[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) % SLOTS;
        }
        return slot;
    }

    int rank(double value) {
        return ranks[slot(key(value))];
    }

    /** Ascending. */
    double[] values() {
        return values;
    }
}
