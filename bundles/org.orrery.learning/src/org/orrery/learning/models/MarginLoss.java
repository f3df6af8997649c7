package org.orrery.learning.models;

import java.util.Arrays;

import org.orrery.analysis.UnitCompute;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.math.DampedNewton;

/**
 * The squared hinge loss of one class against the rest with an L2 penalty on coefficients and intercept, per unit of cost:
 * {@code (|w|² / 2 + Σ cost · max(0, 1 − y · score)²) / Σ cost}. This is the objective of scikit-learn's {@code LinearSVC}.
 * Rows of cost 0 do not count.
 */
final class MarginLoss implements DampedNewton.Objective {
    private final DesignMatrix matrix;
    private final boolean[] positive;
    private final double[] costs;
    private final double total;
    private final int stride;
    private final UnitCompute compute;
    private final RowParts parts;
    private final double[][] gradients;
    private final double[] losses;
    private double[][][] squares;

    MarginLoss(DesignMatrix matrix, boolean[] positive, double[] costs, UnitCompute compute) {
        this.matrix = matrix;
        this.positive = positive;
        this.costs = costs;
        this.stride = matrix.width() + 1;
        this.compute = compute;
        this.parts = RowParts.of(matrix.rows());
        this.gradients = new double[parts.count()][stride];
        this.losses = new double[parts.count()];
        double sum = 0;
        for (double cost : costs) {
            sum += cost;
        }
        this.total = sum;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) throws Exception {
        parts.each(compute, (part, from, to) -> sum(point, part, from, to));
        double value = 0;
        for (int j = 0; j < stride; j++) {
            double sum = point[j];
            for (double[] part : gradients) {
                sum += part[j];
            }
            gradient[j] = sum / total;
            value += point[j] * point[j] / 2;
        }
        for (double loss : losses) {
            value += loss;
        }
        return value / total;
    }

    private void sum(double[] point, int part, int from, int to) {
        double[] gradient = gradients[part];
        Arrays.fill(gradient, 0);
        double loss = 0;
        RowBlock block = new RowBlock(matrix);
        double[] scores = new double[RowBlock.ROWS];
        for (int start = from; start < to; start += RowBlock.ROWS) {
            compute.checkCancelled();
            int count = Math.min(RowBlock.ROWS, to - start);
            block.load(start, count);
            block.scores(point, 0, scores);
            for (int r = 0; r < count; r++) {
                double sign = positive[start + r] ? 1 : -1;
                double lacking = Math.max(0, 1 - sign * scores[r]);
                double cost = costs[start + r];
                loss += cost * lacking * lacking;
                scores[r] = -2 * cost * lacking * sign;
            }
            block.addRows(scores, gradient);
        }
        losses[part] = loss;
    }

    @Override
    public void curvature(double[] point, double[][] into) throws Exception {
        if (squares == null) {
            squares = new double[parts.count()][stride][stride];
        }
        parts.each(compute, (part, from, to) -> square(point, squares[part], from, to));
        for (int i = 0; i < stride; i++) {
            for (int j = i; j < stride; j++) {
                double sum = i == j ? 1 : 0;
                for (double[][] part : squares) {
                    sum += part[i][j];
                }
                into[i][j] = sum / total;
            }
        }
    }

    private void square(double[] point, double[][] sums, int from, int to) {
        for (double[] line : sums) {
            Arrays.fill(line, 0);
        }
        RowBlock block = new RowBlock(matrix);
        double[] scores = new double[RowBlock.ROWS];
        for (int start = from; start < to; start += RowBlock.ROWS) {
            compute.checkCancelled();
            int count = Math.min(RowBlock.ROWS, to - start);
            block.load(start, count);
            block.scores(point, 0, scores);
            for (int r = 0; r < count; r++) {
                boolean inside = positive[start + r] ? scores[r] < 1 : scores[r] > -1;
                scores[r] = inside ? 2 * costs[start + r] : 0;
            }
            block.addSquares(scores, sums);
        }
    }
}
