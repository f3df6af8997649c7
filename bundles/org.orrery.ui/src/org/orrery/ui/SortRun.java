package org.orrery.ui;

import java.util.Arrays;

/**
 * Rows with the keys that they are sorted by, in memory: a radix sort of 16 bits at a time, which keeps the order of rows with the same
 * keys. Used by one thread at a time.
 */
public final class SortRun {
    private static final int BITS = 16;

    private final long[][] keys;
    private final int[] rows;
    private int[] order;
    private int size;

    /** @param keys how many keys each row has, the most important first */
    public SortRun(int keys, int capacity) {
        this.keys = new long[keys][capacity];
        this.rows = new int[capacity];
    }

    /** Begins to add a row; its keys are set by {@link #key}. */
    public void add(int row) {
        rows[size++] = row;
    }

    /** Sets a key of the row that was added last. */
    public void key(int number, long key) {
        keys[number][size - 1] = key;
    }

    /** Whether it takes no more rows. */
    public boolean isFull() {
        return size == rows.length;
    }

    /** How many rows it holds. */
    public int size() {
        return size;
    }

    /** Forgets the rows. */
    public void clear() {
        size = 0;
    }

    /** Sorts; from then on places are those of the order. */
    public void sort() {
        int[] from = new int[size];
        Arrays.setAll(from, i -> i);
        int[] to = new int[size];
        for (int key = keys.length - 1; key >= 0; key--) {
            for (int shift = 0; shift < Long.SIZE; shift += BITS) {
                if (pass(keys[key], shift, from, to)) {
                    int[] free = from;
                    from = to;
                    to = free;
                }
            }
        }
        order = from;
    }

    /** One pass; false when all rows have the same digit, so that nothing was moved. */
    private boolean pass(long[] values, int shift, int[] from, int[] to) {
        int[] starts = new int[(1 << BITS) + 1];
        for (int i = 0; i < size; i++) {
            starts[digit(values[from[i]], shift) + 1]++;
        }
        if (size == 0 || starts[digit(values[from[0]], shift) + 1] == size) {
            return false;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        for (int i = 0; i < size; i++) {
            to[starts[digit(values[from[i]], shift)]++] = from[i];
        }
        return true;
    }

    private static int digit(long value, int shift) {
        // The sign bit turned, so that negative numbers come first.
        return (int) ((value ^ Long.MIN_VALUE) >>> shift) & (1 << BITS) - 1;
    }

    /** The row at that place of the order. */
    public int row(int place) {
        return rows[order[place]];
    }

    /** A key of the row at that place of the order. */
    public long keyAt(int number, int place) {
        return keys[number][order[place]];
    }
}
