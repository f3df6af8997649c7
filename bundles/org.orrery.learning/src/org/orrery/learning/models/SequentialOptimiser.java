package org.orrery.learning.models;

import java.util.Arrays;

/**
 * Solves the dual problem of a support vector machine two variables at a time, chosen by second derivatives: R.-E. Fan, P.-H.
 * Chen, C.-J. Lin: Working set selection using second order information for training support vector machines. JMLR 6, 2005. For
 * one thread.
 */
final class SequentialOptimiser {
    private static final double LEAST_CURVATURE = 1e-12;

    private final KernelRows kernel;
    private final double[] signs;
    private final double[] costs;
    private final double tolerance;
    private final double[] alphas;
    private final double[] gradient;
    private int first;
    private double up;
    private double low;
    private boolean converged;

    /**
     * @param signs 1 or −1 per row
     * @param costs the largest coefficient of each row
     */
    SequentialOptimiser(KernelRows kernel, double[] signs, double[] costs, double tolerance) {
        this.kernel = kernel;
        this.signs = signs;
        this.costs = costs;
        this.tolerance = tolerance;
        this.alphas = new double[signs.length];
        this.gradient = new double[signs.length];
        Arrays.fill(gradient, -1);
    }

    /** What the decision of each row adds up from: coefficient times sign. */
    double[] coefficients() {
        double[] coefficients = new double[alphas.length];
        for (int i = 0; i < alphas.length; i++) {
            coefficients[i] = alphas[i] * signs[i];
        }
        return coefficients;
    }

    boolean converged() {
        return converged;
    }

    /** Solves; returns what is to be subtracted from each decision. */
    double solve(Runnable poll) {
        long most = Math.max(10_000_000L, 100L * alphas.length);
        for (long iteration = 0; iteration < most; iteration++) {
            // A row of the kernel matrix of many rows takes milliseconds.
            poll.run();
            selectFirst();
            if (first < 0) {
                converged = true;
                break;
            }
            float[] row = kernel.row(first);
            int second = selectSecond(row);
            if (second < 0 || up + low < tolerance) {
                converged = true;
                break;
            }
            update(second, row, kernel.row(second));
        }
        return offset();
    }

    private boolean canRise(int t) {
        return signs[t] > 0 ? alphas[t] < costs[t] : alphas[t] > 0;
    }

    private boolean canFall(int t) {
        return signs[t] > 0 ? alphas[t] > 0 : alphas[t] < costs[t];
    }

    private void selectFirst() {
        first = -1;
        up = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < alphas.length; t++) {
            double value = -signs[t] * gradient[t];
            if (value > up && canRise(t)) {
                up = value;
                first = t;
            }
        }
    }

    private int selectSecond(float[] row) {
        int second = -1;
        double best = Double.POSITIVE_INFINITY;
        low = Double.NEGATIVE_INFINITY;
        double own = kernel.diagonal(first);
        for (int t = 0; t < alphas.length; t++) {
            if (!canFall(t)) {
                continue;
            }
            double value = signs[t] * gradient[t];
            low = Math.max(low, value);
            double difference = up + value;
            if (difference > 0) {
                double curvature = own + kernel.diagonal(t) - 2 * row[t];
                double gain = -(difference * difference) / (curvature > 0 ? curvature : LEAST_CURVATURE);
                if (gain < best) {
                    best = gain;
                    second = t;
                }
            }
        }
        return second;
    }

    private void update(int second, float[] rowOfFirst, float[] rowOfSecond) {
        double curvature = kernel.diagonal(first) + kernel.diagonal(second) - 2 * rowOfFirst[second];
        double step = (-signs[first] * gradient[first] + signs[second] * gradient[second])
                / (curvature > 0 ? curvature : LEAST_CURVATURE);
        // Along the direction that keeps the sum of coefficients times signs; both stay between 0 and their cost.
        double room = signs[first] > 0 ? costs[first] - alphas[first] : alphas[first];
        double otherRoom = signs[second] > 0 ? alphas[second] : costs[second] - alphas[second];
        step = Math.min(step, Math.min(room, otherRoom));
        alphas[first] = step == room ? signs[first] > 0 ? costs[first] : 0 : alphas[first] + signs[first] * step;
        alphas[second] = step == otherRoom ? signs[second] > 0 ? 0 : costs[second] : alphas[second] - signs[second] * step;
        for (int t = 0; t < gradient.length; t++) {
            gradient[t] += signs[t] * step * (rowOfFirst[t] - rowOfSecond[t]);
        }
    }

    private double offset() {
        double sum = 0;
        int free = 0;
        double upper = Double.POSITIVE_INFINITY;
        double lower = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < alphas.length; t++) {
            double value = signs[t] * gradient[t];
            if (alphas[t] > 0 && alphas[t] < costs[t]) {
                sum += value;
                free++;
            } else if (canRise(t)) {
                upper = Math.min(upper, value);
            } else {
                lower = Math.max(lower, value);
            }
        }
        return free > 0 ? sum / free : Double.isInfinite(upper) || Double.isInfinite(lower) ? 0 : (upper + lower) / 2;
    }
}
