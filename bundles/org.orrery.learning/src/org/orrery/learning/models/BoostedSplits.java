package org.orrery.learning.models;

/** The best splits of some nodes by some columns, by the gain of T. Chen, C. Guestrin: XGBoost. KDD 2016. For one thread. */
final class BoostedSplits {
    /** As in XGBoost. */
    private static final double LEAST_GAIN = 1e-6;
    private static final double ROUNDING = 0x1.0p-22;

    private final BinnedColumns columns;
    private final Derivatives derivatives;
    private final GradientBoostingSettings settings;
    private final float[] scores;
    private final int[] bestColumns;
    private final int[] bestBins;
    private final long[] leftSums;

    BoostedSplits(BinnedColumns columns, Derivatives derivatives, GradientBoostingSettings settings, int nodes) {
        this.columns = columns;
        this.derivatives = derivatives;
        this.settings = settings;
        this.scores = new float[nodes];
        this.bestColumns = new int[nodes];
        this.bestBins = new int[nodes];
        this.leftSums = new long[nodes];
    }

    /** How good the best split is, both sides together; 0 when no split is better than none. */
    float score(int node) {
        return scores[node];
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
        double least = least(settings);
        // Rounding must not pass for a gain, nor for a better one: in single precision equally good splits are equal, and the first stays.
        float best = (float) (whole + LEAST_GAIN + ROUNDING * whole);
        for (int column = from; column < to; column++) {
            long left = 0;
            int last = columns.start(column + 1) - 1;
            for (int k = columns.start(column); k < last; k++) {
                if (histogram[k] == 0) {
                    continue;
                }
                left += histogram[k];
                double leftSecond = derivatives.second(left);
                if (leftSecond < least) {
                    continue;
                }
                if (second - leftSecond < least) {
                    break;
                }
                double leftFirst = derivatives.first(left);
                float both = (float) (score(leftFirst, leftSecond, settings) + score(first - leftFirst, second - leftSecond, settings));
                if (both > best) {
                    best = both;
                    scores[node] = both;
                    bestColumns[node] = column;
                    bestBins[node] = k - columns.start(column);
                    leftSums[node] = left;
                }
            }
        }
    }

    private static double least(GradientBoostingSettings settings) {
        return settings.minWeight() * (1 - ROUNDING);
    }

    private static double shrunk(double first, double alpha) {
        return alpha == 0 ? first : Math.signum(first) * Math.max(0, Math.abs(first) - alpha);
    }

    private static double score(double first, double second, GradientBoostingSettings settings) {
        double shrunk = shrunk(first, settings.alpha());
        return second + settings.lambda() > 0 ? shrunk * shrunk / (second + settings.lambda()) : 0;
    }

    /** The value of a leaf before the learning rate. Of too little weight for a leaf, as the rows of a tree that fit already can be together, nothing is learnt. */
    static double value(double first, double second, GradientBoostingSettings settings) {
        return second >= least(settings) && second + settings.lambda() > 0 ? -shrunk(first, settings.alpha()) / (second + settings.lambda()) : 0;
    }
}
