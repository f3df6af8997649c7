package org.orrery.learning.models;

import org.orrery.learning.onnx.OnnxGraph;

/**
 * The probability that a score stands for: {@code 1 / (1 + exp(slope · score + offset))}. J. Platt: Probabilistic outputs for
 * support vector machines and comparisons to regularized likelihood methods, 1999; fitted as by H.-T. Lin, C.-J. Lin, R. Weng:
 * A note on Platt's probabilistic outputs for support vector machines. Machine Learning 68, 2007.
 *
 * @param slope below 0 when higher scores speak for the class
 * @param offset moves all probabilities
 */
public record Sigmoid(double slope, double offset) {
    private static final int ITERATIONS = 200;
    private static final double TOLERANCE = 1e-12;
    private static final double LEAST_STEP = 1e-12;
    private static final double RIDGE = 1e-12;

    /**
     * Fits to scores whose class is known.
     *
     * @param weights how much each row counts
     */
    public static Sigmoid of(double[] scores, boolean[] positive, double[] weights) {
        double ones = 0;
        double all = 0;
        for (int i = 0; i < scores.length; i++) {
            ones += positive[i] ? weights[i] : 0;
            all += weights[i];
        }
        double high = (ones + 1) / (ones + 2);
        double low = 1 / (all - ones + 2);
        double[] point = {0, Math.log((all - ones + 1) / (ones + 1))};
        Fit fit = new Fit(scores, positive, weights, high, low, all);
        double value = fit.value(point[0], point[1]);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] d = fit.derivatives(point[0], point[1]);
            if (Math.abs(d[0]) < TOLERANCE && Math.abs(d[1]) < TOLERANCE) {
                break;
            }
            double determinant = d[2] * d[4] - d[3] * d[3];
            double a = -(d[4] * d[0] - d[3] * d[1]) / determinant;
            double b = -(d[2] * d[1] - d[3] * d[0]) / determinant;
            double slope = d[0] * a + d[1] * b;
            double step = 1;
            double next = fit.value(point[0] + a, point[1] + b);
            while (step > LEAST_STEP && !(next < value + 1e-4 * step * slope)) {
                step /= 2;
                next = fit.value(point[0] + step * a, point[1] + step * b);
            }
            if (step <= LEAST_STEP) {
                break;
            }
            point[0] += step * a;
            point[1] += step * b;
            value = next;
        }
        return new Sigmoid(point[0], point[1]);
    }

    private record Fit(double[] scores, boolean[] positive, double[] weights, double high, double low, double all) {
        double value(double slope, double offset) {
            double sum = 0;
            for (int i = 0; i < scores.length; i++) {
                double f = slope * scores[i] + offset;
                double target = positive[i] ? high : low;
                double softplus = f >= 0 ? Math.log1p(Math.exp(-f)) : Math.log1p(Math.exp(f)) - f;
                sum += weights[i] * (target * f + softplus);
            }
            return sum / all;
        }

        /** By slope and offset, then twice by slope, by both, and twice by offset. */
        double[] derivatives(double slope, double offset) {
            double[] d = {0, 0, RIDGE, 0, RIDGE};
            for (int i = 0; i < scores.length; i++) {
                double p = probability(slope * scores[i] + offset);
                double gap = weights[i] * ((positive[i] ? high : low) - p) / all;
                double curve = weights[i] * p * (1 - p) / all;
                d[0] += gap * scores[i];
                d[1] += gap;
                d[2] += curve * scores[i] * scores[i];
                d[3] += curve * scores[i];
                d[4] += curve;
            }
            return d;
        }
    }

    private static double probability(double f) {
        double small = Math.exp(-Math.abs(f));
        return f >= 0 ? small / (1 + small) : 1 / (1 + small);
    }

    /** The same in a graph of ONNX operators, for a column of scores each. */
    public static String onnx(OnnxGraph graph, String scores, double[] slopes, double[] offsets) {
        String place = graph.node("Add", graph.node("Mul", scores, graph.doubles(slopes, 1, slopes.length)), graph.doubles(offsets, 1, offsets.length));
        return graph.node("Sigmoid", graph.node("Neg", place));
    }

    /** The probability of the class that higher scores speak for. */
    public double of(double score) {
        return probability(slope * score + offset);
    }
}
