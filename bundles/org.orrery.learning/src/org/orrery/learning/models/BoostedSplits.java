package org.orrery.learning.models;

/** The best splits of some nodes by some columns, by the gain of T. Chen, C. Guestrin: XGBoost. KDD 2016. For one thread. */
final class BoostedSplits {
    private final BinnedColumns columns;
    private final Derivatives derivatives;
    private final GradientBoostingSettings settings;
    private final double[] gains;
    private final int[] bestColumns;
    private final int[] bestBins;
    private final long[] leftSums;

    BoostedSplits(BinnedColumns columns, Derivatives derivatives, GradientBoostingSettings settings, int nodes) {
        this.columns = columns;
        this.derivatives = derivatives;
        this.settings = settings;
        this.gains = new double[nodes];
        this.bestColumns = new int[nodes];
        this.bestBins = new int[nodes];
        this.leftSums = new long[nodes];
    }

    double gain(int node) {
        return gains[node];
    }

    int column(int node) {
        return bestColumns[node];
    }

    int bin(int node) {
        return bestBins[node];
    }

    long leftSum(int node) {
        return leftSums[node];
    }

    void search(int node, long[] histogram, long sum, int from, int to) {
        double first = derivatives.first(sum);
        double second = derivatives.second(sum);
        double whole = score(first, second, settings);
        // Rounding must not pass for a gain.
        double best = 1e-10 * (1 + whole);
        for (int column = from; column < to; column++) {
            long left = 0;
            int last = column * BinnedColumns.BINS + columns.count(column) - 1;
            for (int k = column * BinnedColumns.BINS; k < last; k++) {
                if (histogram[k] == 0) {
                    continue;
                }
                left += histogram[k];
                double leftSecond = derivatives.second(left);
                if (leftSecond < settings.minWeight()) {
                    continue;
                }
                if (second - leftSecond < settings.minWeight()) {
                    break;
                }
                double leftFirst = derivatives.first(left);
                double gain = score(leftFirst, leftSecond, settings) + score(first - leftFirst, second - leftSecond, settings) - whole;
                if (gain > best) {
                    best = gain;
                    gains[node] = gain;
                    bestColumns[node] = column;
                    bestBins[node] = k - column * BinnedColumns.BINS;
                    leftSums[node] = left;
                }
            }
        }
    }

    private static double shrunk(double first, double alpha) {
        return alpha == 0 ? first : Math.signum(first) * Math.max(0, Math.abs(first) - alpha);
    }

    private static double score(double first, double second, GradientBoostingSettings settings) {
        double shrunk = shrunk(first, settings.alpha());
        return second + settings.lambda() > 0 ? shrunk * shrunk / (second + settings.lambda()) : 0;
    }

    /** The value of a leaf before the learning rate. */
    static double value(double first, double second, GradientBoostingSettings settings) {
        return second + settings.lambda() > 0 ? -shrunk(first, settings.alpha()) / (second + settings.lambda()) : 0;
    }
}
