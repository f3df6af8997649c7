package org.orrery.learning.models;

import java.util.Arrays;

/** Sorts rows of a node by rank: whole numbers that hold the rank above the mark of the row, by radix where they are many. For one thread. */
final class RankSort {
    /** Fewer are sorted by comparing. */
    private static final int FEW = 200;
    private static final int DIGIT = 8;
    private static final int WIDE_DIGIT = 11;
    /** From so many on wide digits are worth their counters. */
    private static final int MANY = 3000;

    private final int[] counters = new int[1 << WIDE_DIGIT];
    private int[] keys = new int[0];
    private int[] other = new int[0];

    /** Whether a rank and a mark of so many bits fit one number. */
    boolean fits(int range, int bits) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(range) + bits < Integer.SIZE;
    }

    /** The keys in ascending order of rank; the array is overwritten by the next call. */
    int[] sorted(int[] ranks, int[] marks, int start, int size, int least, int largest, int bits) {
        if (keys.length < size) {
            keys = new int[size];
            other = new int[size];
        }
        for (int i = 0; i < size; i++) {
            keys[i] = ranks[i] - least << bits | marks[start + i];
        }
        if (size < FEW) {
            Arrays.sort(keys, 0, size);
            return keys;
        }
        int digit = size < MANY ? DIGIT : WIDE_DIGIT;
        int end = bits + Integer.SIZE - Integer.numberOfLeadingZeros(largest - least);
        for (int shift = bits; shift < end; shift += digit) {
            pass(size, shift, (1 << digit) - 1);
            int[] swapped = keys;
            keys = other;
            other = swapped;
        }
        return keys;
    }

    private void pass(int size, int shift, int mask) {
        int[] from = keys;
        int[] to = other;
        int[] places = counters;
        Arrays.fill(places, 0, mask + 1, 0);
        for (int i = 0; i < size; i++) {
            places[from[i] >>> shift & mask]++;
        }
        int place = 0;
        for (int k = 0; k <= mask; k++) {
            int count = places[k];
            places[k] = place;
            place += count;
        }
        for (int i = 0; i < size; i++) {
            int key = from[i];
            to[places[key >>> shift & mask]++] = key;
        }
    }
}
