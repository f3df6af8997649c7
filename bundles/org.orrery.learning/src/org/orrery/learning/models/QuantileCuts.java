package org.orrery.learning.models;

import java.util.Arrays;

/**
 * Where to cut a column of many values so that its bins hold about equally many rows. A value that alone fills a bin gets one, and
 * what is left of the bins is shared out between the other values: a column that is mostly zero keeps as many bins as another.
 */
final class QuantileCuts {
    private final double[] values;
    private final int[] counts;
    private final boolean[] heavy;
    private final double[] cuts;
    private int used;
    private int rows;
    private int bins;

    private QuantileCuts(double[] sorted, int most) {
        this.values = Arrays.stream(sorted).distinct().toArray();
        this.counts = new int[values.length];
        int at = 0;
        for (double value : sorted) {
            at += value == values[at] ? 0 : 1;
            counts[at]++;
        }
        this.heavy = new boolean[values.length];
        this.cuts = new double[most - 1];
        this.rows = sorted.length;
        this.bins = most;
    }

    /**
     * @param sorted some values, ascending, not NaN
     * @param most how many bins there may be
     * @return the largest value of each bin but the last, in the middle between two values that differ
     */
    static double[] of(double[] sorted, int most) {
        QuantileCuts made = new QuantileCuts(sorted, most);
        if (made.values.length <= most) {
            return between(made.values);
        }
        made.weigh();
        return made.cut();
    }

    /** The middle between each two neighbours. */
    static double[] between(double[] values) {
        double[] cuts = new double[Math.max(0, values.length - 1)];
        for (int k = 0; k < cuts.length; k++) {
            cuts[k] = between(values[k], values[k + 1]);
        }
        return cuts;
    }

    private static double between(double value, double next) {
        double middle = value / 2 + next / 2;
        return middle >= next || middle < value ? value : middle;
    }

    /** Takes out the values that fill a bin each; the fewer rows are left to a bin, the more values do. */
    private void weigh() {
        boolean found = true;
        while (found) {
            found = false;
            double mean = mean();
            for (int k = 0; k < values.length; k++) {
                if (!heavy[k] && counts[k] > mean) {
                    heavy[k] = true;
                    rows -= counts[k];
                    bins--;
                    found = true;
                }
            }
        }
    }

    private double mean() {
        return (double) rows / bins;
    }

    private double[] cut() {
        int size = 0;
        for (int k = 0; k + 1 < values.length; k++) {
            size += heavy[k] ? 0 : counts[k];
            if (heavy[k]) {
                rows -= size;
                size = close(k);
            } else if (bins > 1 && (heavy[k + 1] ? size > mean() / 2 : size + counts[k + 1] / 2.0 > mean())) {
                rows -= size;
                bins--;
                size = close(k);
            }
        }
        return Arrays.copyOf(cuts, used);
    }

    private int close(int last) {
        cuts[used++] = between(values[last], values[last + 1]);
        return 0;
    }
}
