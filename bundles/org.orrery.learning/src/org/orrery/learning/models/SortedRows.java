package org.orrery.learning.models;

import java.util.Arrays;

/** The order of rows by the values of one column. */
final class SortedRows {
    private SortedRows() {
    }

    /** Row numbers in ascending order of value, rows of equal value in ascending order of number. */
    static int[] of(double[] column, int rows) {
        double[] distinct = Arrays.copyOf(column, rows);
        Arrays.sort(distinct);
        int count = 0;
        for (int i = 0; i < rows; i++) {
            if (i == 0 || distinct[i] != distinct[count - 1]) {
                distinct[count++] = distinct[i];
            }
        }
        int[] starts = new int[count + 1];
        int[] ranks = new int[rows];
        for (int i = 0; i < rows; i++) {
            int rank = rank(distinct, count, column[i]);
            ranks[i] = rank;
            starts[rank + 1]++;
        }
        for (int k = 0; k < count; k++) {
            starts[k + 1] += starts[k];
        }
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[starts[ranks[i]]++] = i;
        }
        return order;
    }

    private static int rank(double[] distinct, int count, double value) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (distinct[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
