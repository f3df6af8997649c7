package org.orrery.learning.models;

import java.io.IOException;

import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/** The weights of a network in single precision, layer by layer. */
public final class MultiLayerPerceptronModel implements ClassifierModel {
    private static final int BLOCK = 256;

    private final int classes;
    private final int[] sizes;
    private final float[][][] weights;

    /** @param weights per layer and input the weights to all outputs, the biases last */
    MultiLayerPerceptronModel(int classes, int[] sizes, float[][][] weights) {
        this.classes = classes;
        this.sizes = sizes;
        this.weights = weights;
    }

    /** Reads what {@link #write} has written. */
    public static MultiLayerPerceptronModel read(ModelInput in) throws IOException {
        int classes = in.readInt();
        int[] sizes = in.readInts();
        if (sizes.length < 2) {
            throw new IOException("A network has two layers at least");
        }
        float[][][] weights = new float[sizes.length - 1][][];
        for (int l = 0; l < weights.length; l++) {
            double[] flat = in.readDoubles();
            int lines = FloatProducts.fours(sizes[l]) + 1;
            if (flat.length != (long) lines * sizes[l + 1]) {
                throw new IOException("Weights do not fit the layers");
            }
            weights[l] = new float[lines][sizes[l + 1]];
            for (int k = 0; k < flat.length; k++) {
                weights[l][k / sizes[l + 1]][k % sizes[l + 1]] = (float) flat[k];
            }
        }
        return new MultiLayerPerceptronModel(classes, sizes, weights);
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.MULTI_LAYER_PERCEPTRON;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public double[] probabilities(DesignMatrix rows, Runnable poll) {
        NeuralNetwork network = new NeuralNetwork(sizes, BLOCK);
        for (int l = 0; l < weights.length; l++) {
            for (int i = 0; i < weights[l].length; i++) {
                System.arraycopy(weights[l][i], 0, network.layers()[l].weights()[i], 0, sizes[l + 1]);
            }
        }
        double[] all = new double[rows.rows() * classes];
        double[][] scores = new double[sizes[sizes.length - 1]][1];
        for (int from = 0; from < rows.rows(); from += BLOCK) {
            poll.run();
            int count = Math.min(BLOCK, rows.rows() - from);
            for (int j = 0; j < rows.width(); j++) {
                double[] column = rows.column(j);
                for (int r = 0; r < count; r++) {
                    network.inputs()[r][j] = (float) column[from + r];
                }
            }
            float[][] out = network.forward(count);
            for (int r = 0; r < count; r++) {
                for (int o = 0; o < scores.length; o++) {
                    scores[o][0] = out[r][o];
                }
                Softmax.probabilities(scores, 0, all, (from + r) * classes, classes);
            }
        }
        return all;
    }

    @Override
    public String onnx(OnnxGraph graph, String columns) {
        String values = columns;
        for (int l = 0; l < weights.length; l++) {
            int in = sizes[l];
            int out = sizes[l + 1];
            double[] flat = new double[in * out];
            double[] biases = new double[out];
            for (int o = 0; o < out; o++) {
                biases[o] = weights[l][weights[l].length - 1][o];
                for (int i = 0; i < in; i++) {
                    flat[i * out + o] = weights[l][i][o];
                }
            }
            values = graph.node("Add", graph.node("MatMul", l == 0 ? values : graph.node("Relu", values), graph.doubles(flat, in, out)),
                    graph.doubles(biases, 1, out));
        }
        return graph.softmax(values, sizes[sizes.length - 1]);
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        out.writeInt(classes);
        out.writeInts(sizes);
        for (float[][] layer : weights) {
            double[] flat = new double[layer.length * layer[0].length];
            for (int k = 0; k < flat.length; k++) {
                flat[k] = layer[k / layer[0].length][k % layer[0].length];
            }
            out.writeDoubles(flat);
        }
    }
}
