package org.orrery.learning.models;

import java.util.Arrays;

import org.orrery.analysis.UnitCompute;
import org.orrery.learning.TrainingSet;

/** The second derivatives of {@link LogisticLoss}. */
final class LogisticCurvature {
    private final TrainingSet training;
    private final int outputs;
    private final int stride;
    private final double penalty;
    private final double total;
    private final UnitCompute compute;
    private final RowParts parts;
    private final double[][][][] sums;

    LogisticCurvature(TrainingSet training, double penalty, double total, UnitCompute compute) {
        this.training = training;
        this.outputs = LogisticRegressionModel.outputs(training.classes());
        this.stride = training.matrix().width() + 1;
        this.penalty = penalty;
        this.total = total;
        this.compute = compute;
        this.parts = RowParts.of(training.matrix().rows());
        this.sums = new double[parts.count()][outputs * (outputs + 1) / 2][stride][stride];
    }

    void into(double[] point, double[][] curvature) throws Exception {
        parts.each(compute, (part, from, to) -> sum(point, sums[part], from, to));
        int pair = 0;
        for (int a = 0; a < outputs; a++) {
            for (int b = a; b < outputs; b++) {
                for (int i = 0; i < stride; i++) {
                    for (int j = i; j < stride; j++) {
                        double sum = 0;
                        for (double[][][] part : sums) {
                            sum += part[pair][i][j];
                        }
                        curvature[a * stride + i][b * stride + j] = sum / total;
                        // Between two outputs the whole square is above the diagonal, and symmetric.
                        curvature[a * stride + j][b * stride + i] = sum / total;
                    }
                }
                pair++;
            }
            for (int i = 0; i < stride - 1; i++) {
                curvature[a * stride + i][a * stride + i] += penalty;
            }
        }
    }

    private void sum(double[] point, double[][][] pairs, int from, int to) {
        for (double[][] pair : pairs) {
            for (double[] line : pair) {
                Arrays.fill(line, 0);
            }
        }
        RowBlock block = new RowBlock(training.matrix());
        double[][] scores = new double[outputs][RowBlock.ROWS];
        double[] factors = new double[RowBlock.ROWS];
        for (int start = from; start < to; start += RowBlock.ROWS) {
            compute.checkCancelled();
            int count = Math.min(RowBlock.ROWS, to - start);
            block.load(start, count);
            for (int o = 0; o < outputs; o++) {
                block.scores(point, o * stride, scores[o]);
            }
            probabilities(scores, count);
            int pair = 0;
            for (int a = 0; a < outputs; a++) {
                for (int b = a; b < outputs; b++) {
                    for (int r = 0; r < count; r++) {
                        factors[r] = training.weights()[start + r] * scores[a][r] * ((a == b ? 1 : 0) - scores[b][r]);
                    }
                    block.addSquares(factors, pairs[pair++]);
                }
            }
        }
    }

    private void probabilities(double[][] scores, int count) {
        for (int r = 0; r < count; r++) {
            if (outputs == 1) {
                double small = Math.exp(-Math.abs(scores[0][r]));
                scores[0][r] = scores[0][r] >= 0 ? 1 / (1 + small) : small / (1 + small);
                continue;
            }
            double largest = Double.NEGATIVE_INFINITY;
            for (double[] output : scores) {
                largest = Math.max(largest, output[r]);
            }
            double sum = 0;
            for (double[] output : scores) {
                output[r] = Math.exp(output[r] - largest);
                sum += output[r];
            }
            for (double[] output : scores) {
                output[r] /= sum;
            }
        }
    }
}
