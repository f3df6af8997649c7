package org.orrery.learning.models;

import java.util.Arrays;

/**
 * Sorts rows of a node by rank: whole numbers that hold the rank above how often the row counts and its class, by radix where they are many. The class
 * takes no more bits than it needs, so that millions of ranks fit: without that, small nodes of large data would be counted over all ranks. For one thread.
 */
final class RankSort {
    /** Fewer are sorted by comparing. */
    private static final int FEW = 200;
    private static final int DIGIT = 8;
    private static final int WIDE_DIGIT = 11;
    /** From so many on wide digits are worth their counters. */
    private static final int MANY = 3000;

    private final int[] counters = new int[1 << WIDE_DIGIT];
    private final int labelBits;
    private int[] keys = new int[0];
    private int[] other = new int[0];

    /** @param classes how many classes there are */
    RankSort(int classes) {
        this.labelBits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(classes - 1));
    }

    /** How many bits the class takes at the lower end of a key; above it stands how often the row counts. */
    int labelBits() {
        return labelBits;
    }

    /** How many bits stand below the rank in a key. */
    int bits(TreeNode node) {
        return node.bits() - SplitSearch.LABEL_BITS + labelBits;
    }

    /** Whether keys of the node with such a range of ranks fit one number. */
    boolean fits(int range, TreeNode node) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(range) + bits(node) < Integer.SIZE;
    }

    /** The keys in ascending order of rank; the array is overwritten by the next call. */
    int[] sorted(int[] ranks, TreeNode node, int least, int largest) {
        int size = node.end() - node.start();
        int bits = bits(node);
        if (keys.length < size) {
            keys = new int[size];
            other = new int[size];
        }
        int[] marks = node.marks();
        int label = (1 << SplitSearch.LABEL_BITS) - 1;
        for (int i = 0; i < size; i++) {
            int mark = marks[node.start() + i];
            keys[i] = ranks[i] - least << bits | mark >>> SplitSearch.LABEL_BITS << labelBits | mark & label;
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
