package org.orrery.math;

/** Quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996). */
public final class Quantiles {
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
}
