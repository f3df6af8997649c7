package org.orrery.learning.models;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Layers with rectified linear units between them, and room for some rows on their way. For one thread. */
final class NeuralNetwork {
    private final NetworkLayer[] layers;
    private final int batch;
    private final float[][][] activations;
    private final float[][][] deltas;
    private final float[][][] transposed;

    /**
     * @param sizes the units of each layer, from the inputs to the outputs
     * @param batch for how many rows there is room
     */
    NeuralNetwork(int[] sizes, int batch) {
        this.batch = FloatProducts.fours(batch);
        this.layers = new NetworkLayer[sizes.length - 1];
        this.activations = new float[sizes.length][][];
        this.deltas = new float[sizes.length][][];
        this.transposed = new float[sizes.length][][];
        for (int l = 0; l < sizes.length; l++) {
            int padded = FloatProducts.fours(sizes[l]);
            activations[l] = new float[this.batch][padded];
            deltas[l] = new float[this.batch][padded];
            transposed[l] = new float[padded][this.batch];
            if (l > 0) {
                layers[l - 1] = new NetworkLayer(sizes[l - 1], sizes[l]);
            }
        }
    }

    NetworkLayer[] layers() {
        return layers;
    }

    void draw(RandomGenerator random) {
        for (NetworkLayer layer : layers) {
            layer.draw(random);
        }
    }

    /** What goes in: the first rows are to be filled. */
    float[][] inputs() {
        return activations[0];
    }

    /** What the outputs should have been, to be filled after {@link #forward}: the loss by the scores. */
    float[][] outputDeltas() {
        return deltas[layers.length];
    }

    /** The scores of the first rows. */
    float[][] forward(int rows) {
        for (int l = 0; l < layers.length; l++) {
            layers[l].forward(activations[l], rows, activations[l + 1]);
            if (l + 1 < layers.length) {
                for (int r = 0; r < rows; r++) {
                    rectify(activations[l + 1][r]);
                }
            }
        }
        return activations[layers.length];
    }

    private static void rectify(float[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.max(0, row[i]);
        }
    }

    /** Sets the gradients of all layers and takes a step. */
    void learn(int rows, float rate, float penalty) {
        for (int l = layers.length - 1; l >= 0; l--) {
            transpose(l, rows);
            for (int r = rows; r < FloatProducts.fours(rows); r++) {
                Arrays.fill(deltas[l + 1][r], 0);
            }
            layers[l].backward(transposed[l], rows, deltas[l + 1]);
            if (l > 0) {
                layers[l].deltasBefore(deltas[l + 1], rows, deltas[l]);
                for (int r = 0; r < rows; r++) {
                    for (int i = 0; i < layers[l].inputs(); i++) {
                        deltas[l][r][i] = activations[l][r][i] > 0 ? deltas[l][r][i] : 0;
                    }
                }
            }
        }
        for (NetworkLayer layer : layers) {
            layer.step(rate, penalty);
        }
    }

    private void transpose(int l, int rows) {
        for (int r = 0; r < FloatProducts.fours(rows); r++) {
            for (int i = 0; i < layers[l].inputs(); i++) {
                transposed[l][i][r] = r < rows ? activations[l][r][i] : 0;
            }
        }
    }
}
