package org.orrery.learning.models;

import java.util.Arrays;

import org.orrery.analysis.UnitCompute;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.math.DampedNewton;
import org.orrery.math.ExactSum;

/**
 * The penalised logistic loss per unit of weight and its gradient. Rows are cut into parts of fixed size whose sums are added
 * in order, so that the value does not depend on the number of threads; within a part, blocks small enough for the
 * cache are read once for the scores and once more for the gradient.
 */
final class LogisticLoss implements DampedNewton.Objective {
    private static final int PART = 16_384;
    private static final int BLOCK = 512;

    private final TrainingSet training;
    private final DesignMatrix matrix;
    private final int[] labels;
    private final double[] weights;
    private final int classes;
    private final int outputs;
    private final int stride;
    private final double penalty;
    private final double total;
    private final UnitCompute compute;
    private final double[][] partGradients;
    private final double[] partLosses;
    private LogisticCurvature curvature;

    LogisticLoss(TrainingSet training, double c, UnitCompute compute) {
        this.matrix = training.matrix();
        this.training = training;
        this.labels = training.labels();
        this.weights = training.weights();
        this.classes = training.classes();
        this.outputs = LogisticRegressionModel.outputs(classes);
        this.stride = matrix.width() + 1;
        this.total = ExactSum.of(weights);
        this.penalty = 1 / (c * total);
        this.compute = compute;
        int parts = (matrix.rows() + PART - 1) / PART;
        this.partGradients = new double[parts][outputs * stride];
        this.partLosses = new double[parts];
    }

    /** Coefficients of 0 and the intercepts that give each class its share: the best without any feature. */
    double[] start() {
        double[] shares = new double[classes];
        for (int i = 0; i < labels.length; i++) {
            shares[labels[i]] += weights[i];
        }
        double[] start = new double[outputs * stride];
        for (int o = 0; o < outputs; o++) {
            double share = outputs == 1 ? shares[1] / shares[0] : shares[o] / total;
            start[o * stride + stride - 1] = share > 0 && Double.isFinite(share) ? Math.log(share) : 0;
        }
        return start;
    }

    @Override
    public void curvature(double[] point, double[][] into) throws Exception {
        if (curvature == null) {
            curvature = new LogisticCurvature(training, penalty, total, compute);
        }
        curvature.into(point, into);
    }

    @Override
    public double evaluate(double[] point, double[] gradient) throws Exception {
        if (partLosses.length == 1) {
            part(0, point);
        } else {
            compute.parallel(partLosses.length, index -> part(index, point));
        }
        Arrays.fill(gradient, 0);
        ExactSum value = new ExactSum();
        for (int index = 0; index < partLosses.length; index++) {
            value.add(partLosses[index] / total);
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] += partGradients[index][k] / total;
            }
        }
        for (int o = 0; o < outputs; o++) {
            for (int j = o * stride; j < o * stride + stride - 1; j++) {
                gradient[j] += penalty * point[j];
                value.add(penalty * point[j] * point[j] / 2);
            }
        }
        return value.value();
    }

    private void part(int index, double[] point) {
        double[] gradient = partGradients[index];
        Arrays.fill(gradient, 0);
        double[][] scores = new double[outputs][BLOCK];
        int end = Math.min(matrix.rows(), (index + 1) * PART);
        double loss = 0;
        for (int from = index * PART; from < end; from += BLOCK) {
            compute.checkCancelled();
            int count = Math.min(BLOCK, end - from);
            LogisticRegressionModel.scores(matrix, from, count, point, scores);
            loss += outputs == 1 ? binaryResiduals(from, count, scores[0]) : residuals(from, count, scores);
            addGradient(from, count, scores, gradient);
        }
        partLosses[index] = loss;
    }

    /** Replaces scores by weighted residuals; returns the loss. */
    private double binaryResiduals(int from, int count, double[] scores) {
        double loss = 0;
        for (int b = 0; b < count; b++) {
            double weight = weights[from + b];
            double score = scores[b];
            double small = Math.exp(-Math.abs(score));
            double positive = score >= 0 ? 1 / (1 + small) : small / (1 + small);
            boolean one = labels[from + b] == 1;
            double margin = one ? -score : score;
            loss += weight * (Math.max(margin, 0) + Math.log1p(small));
            scores[b] = weight * (one ? positive - 1 : positive);
        }
        return loss;
    }

    private double residuals(int from, int count, double[][] scores) {
        double loss = 0;
        for (int b = 0; b < count; b++) {
            double weight = weights[from + b];
            int label = labels[from + b];
            double largest = Double.NEGATIVE_INFINITY;
            for (int o = 0; o < outputs; o++) {
                largest = Math.max(largest, scores[o][b]);
            }
            double own = scores[label][b] - largest;
            double sum = 0;
            for (int o = 0; o < outputs; o++) {
                scores[o][b] = Math.exp(scores[o][b] - largest);
                sum += scores[o][b];
            }
            loss += weight * (Math.log(sum) - own);
            for (int o = 0; o < outputs; o++) {
                scores[o][b] = weight * (scores[o][b] / sum - (o == label ? 1 : 0));
            }
        }
        return loss;
    }

    private void addGradient(int from, int count, double[][] residuals, double[] gradient) {
        for (int j = 0; j < stride - 1; j++) {
            double[] column = matrix.column(j);
            for (int o = 0; o < outputs; o++) {
                gradient[o * stride + j] += dot(column, from, residuals[o], count);
            }
        }
        for (int o = 0; o < outputs; o++) {
            double sum = 0;
            for (int b = 0; b < count; b++) {
                sum += residuals[o][b];
            }
            gradient[o * stride + stride - 1] += sum;
        }
    }

    /** Four sums at a time keep the processor's adders busy. */
    private static double dot(double[] column, int from, double[] residuals, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            a += column[from + i] * residuals[i];
            b += column[from + i + 1] * residuals[i + 1];
            c += column[from + i + 2] * residuals[i + 2];
            d += column[from + i + 3] * residuals[i + 3];
        }
        for (; i < count; i++) {
            a += column[from + i] * residuals[i];
        }
        return (a + b) + (c + d);
    }
}
