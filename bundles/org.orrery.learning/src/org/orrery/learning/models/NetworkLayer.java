package org.orrery.learning.models;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Weights and biases between two layers, with the moments that Adam keeps. For one thread. */
final class NetworkLayer {
    private static final float MEAN_DECAY = 0.9f;
    private static final float SQUARE_DECAY = 0.999f;
    private static final float EPSILON = 1e-8f;

    /** Per input, filled up to whole fours, the weights to all outputs; the biases last. */
    private final float[][] weights;
    private final float[][] gradients;
    private final float[][] means;
    private final float[][] squares;
    private final int inputs;
    private final int outputs;

    NetworkLayer(int inputs, int outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
        int lines = FloatProducts.fours(inputs) + 1;
        this.weights = new float[lines][outputs];
        this.gradients = new float[lines][outputs];
        this.means = new float[lines][outputs];
        this.squares = new float[lines][outputs];
    }

    /** Uniform in ±√(6 / (inputs + outputs)): X. Glorot, Y. Bengio, AISTATS 2010. */
    void draw(RandomGenerator random) {
        double bound = Math.sqrt(6.0 / (inputs + outputs));
        for (int i = 0; i <= inputs; i++) {
            float[] line = i == inputs ? weights[weights.length - 1] : weights[i];
            for (int o = 0; o < outputs; o++) {
                line[o] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
        }
    }

    int inputs() {
        return inputs;
    }

    int outputs() {
        return outputs;
    }

    float[][] weights() {
        return weights;
    }

    float[][] gradients() {
        return gradients;
    }

    /** The sums that reach the outputs. */
    void forward(float[][] in, int rows, float[][] out) {
        float[] biases = weights[weights.length - 1];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(biases, 0, out[r], 0, outputs);
        }
        FloatProducts.add(in, FloatProducts.fours(rows), FloatProducts.fours(inputs), weights, out, outputs);
    }

    /**
     * Sets the gradients from what the outputs should have been.
     *
     * @param transposed per input what went in, row by row
     * @param deltas per row, 0 beyond the rows there are
     */
    void backward(float[][] transposed, int rows, float[][] deltas) {
        for (float[] line : gradients) {
            Arrays.fill(line, 0);
        }
        FloatProducts.add(transposed, FloatProducts.fours(inputs), FloatProducts.fours(rows), deltas, gradients, outputs);
        float[] biases = gradients[gradients.length - 1];
        for (int r = 0; r < rows; r++) {
            for (int o = 0; o < outputs; o++) {
                biases[o] += deltas[r][o];
            }
        }
    }

    /** What the inputs should have been: deltas of the layer before, up to its own slope. */
    void deltasBefore(float[][] deltas, int rows, float[][] before) {
        for (int r = 0; r < rows; r++) {
            float[] delta = deltas[r];
            for (int i = 0; i < inputs; i++) {
                float[] line = weights[i];
                float sum = 0;
                for (int o = 0; o < outputs; o++) {
                    sum += line[o] * delta[o];
                }
                before[r][i] = sum;
            }
        }
    }

    /** One step of D. Kingma, J. Ba: Adam, ICLR 2015. The penalty does not hold for biases. */
    void step(float rate, float penalty) {
        for (int i = 0; i < weights.length; i++) {
            step(weights[i], gradients[i], means[i], squares[i], rate, i == weights.length - 1 ? 0 : penalty);
        }
    }

    private static void step(float[] weights, float[] gradients, float[] means, float[] squares, float rate, float penalty) {
        for (int o = 0; o < weights.length; o++) {
            float gradient = gradients[o] + penalty * weights[o];
            float mean = MEAN_DECAY * means[o] + (1 - MEAN_DECAY) * gradient;
            float square = SQUARE_DECAY * squares[o] + (1 - SQUARE_DECAY) * gradient * gradient;
            means[o] = mean;
            squares[o] = square;
            weights[o] -= rate * mean / ((float) Math.sqrt(square) + EPSILON);
        }
    }
}
