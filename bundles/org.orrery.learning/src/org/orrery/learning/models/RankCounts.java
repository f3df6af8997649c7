package org.orrery.learning.models;

import java.util.Arrays;

/** How many rows of each class have each rank; all zero between two uses. For one thread. */
final class RankCounts {
    private static final int MASK = (1 << SplitSearch.LABEL_BITS) - 1;

    private final int classes;
    private long[] pairs = new long[0];
    private int[] counts = new int[0];

    RankCounts(int classes) {
        this.classes = classes;
    }

    /** Counts rows by their rank less the least one. */
    void count(int[] ranks, int[] marks, int start, int size, int least, int largest) {
        int range = largest - least + 1;
        if (classes == 2) {
            if (pairs.length < range) {
                pairs = new long[Math.max(range, 2 * pairs.length)];
            }
            countPairs(ranks, marks, start, size, least);
            return;
        }
        if (counts.length < (long) range * classes) {
            counts = new int[Math.multiplyExact(range, classes)];
        }
        for (int i = 0; i < size; i++) {
            int mark = marks[start + i];
            counts[(ranks[i] - least) * classes + (mark & MASK)] += mark >>> SplitSearch.LABEL_BITS;
        }
    }

    private void countPairs(int[] ranks, int[] marks, int start, int size, int least) {
        long[] sums = pairs;
        for (int i = 0; i < size; i++) {
            int mark = marks[start + i];
            sums[ranks[i] - least] += SplitSearch.pair(mark);
        }
    }

    /** For two classes: the rows of the first in the lower half, those of the second in the upper; the reader puts them back to 0. */
    long[] pairs() {
        return pairs;
    }

    boolean any(int rank) {
        for (int k = rank * classes; k < (rank + 1) * classes; k++) {
            if (counts[k] != 0) {
                return true;
            }
        }
        return false;
    }

    /** Adds the counts of a rank and puts them back to 0; returns their sum. */
    int moveTo(int rank, int[] sums) {
        int total = 0;
        for (int c = 0; c < classes; c++) {
            sums[c] += counts[rank * classes + c];
            total += counts[rank * classes + c];
        }
        Arrays.fill(counts, rank * classes, (rank + 1) * classes, 0);
        return total;
    }
}
