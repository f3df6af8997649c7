package org.orrery.math;

import java.util.Arrays;

/** Quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996). */
public final class Quantiles {
    private static final long MOST_PASSES = 32;

    private Quantiles() {
    }

    /**
     * The quantile of values in ascending order.
     *
     * @param count how many of the values count, from the first
     * @param p between 0 and 1
     * @return NaN without values
     */
    public static double linear(double[] sorted, int count, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("Not between 0 and 1: " + p);
        }
        if (count == 0) {
            return Double.NaN;
        }
        double position = p * (count - 1);
        int below = (int) position;
        double share = position - below;
        double low = sorted[below];
        if (share == 0) {
            return low;
        }
        double high = sorted[below + 1];
        double gap = high - low;
        // Between two very large numbers of opposite sign the gap is not finite, but their parts are.
        return Double.isInfinite(gap) ? low * (1 - share) + high * share : low + share * gap;
    }

    /**
     * The median of values in any order, which are reordered: what {@link #linear} says of them in ascending order for a half, without sorting
     * all of them.
     *
     * @param count how many of the values count, from the first; none of them is NaN
     * @return NaN without values
     */
    public static double median(double[] values, int count) {
        if (count == 0) {
            return Double.NaN;
        }
        int below = (count - 1) / 2;
        select(values, count, below);
        double low = values[below];
        if (count % 2 == 1) {
            return low;
        }
        double high = values[below + 1];
        for (int i = below + 2; i < count; i++) {
            high = Math.min(high, values[i]);
        }
        return linear(new double[] {low, high}, 2, 0.5);
    }

    /**
     * Brings the value of that rank to its place, no larger ones before it and no lesser ones behind it: C. A. R. Hoare: Algorithm 65, Find.
     * Communications of the ACM 4, 1961. What is left is sorted when that takes too long.
     */
    private static void select(double[] values, int count, int rank) {
        int left = 0;
        int right = count - 1;
        long effort = MOST_PASSES * count;
        while (left < right) {
            effort -= right - left;
            if (effort < 0) {
                Arrays.sort(values, left, right + 1);
                return;
            }
            double pivot = values[left + (right - left) / 2];
            int i = left;
            int j = right;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double value = values[i];
                    values[i++] = values[j];
                    values[j--] = value;
                }
            }
            if (rank > j && rank < i) {
                return;
            }
            left = rank >= i ? i : left;
            right = rank <= j ? j : right;
        }
    }
}
