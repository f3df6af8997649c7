package org.orrery.learning.models;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.TrainingSet;

/** The training of one network. For one thread. */
final class NetworkTraining {
    private static final double HELD_OUT = 0.1;
    private static final double LEAST_GAIN = 1e-4;
    private static final double MEAN_DECAY = 0.9;
    private static final double SQUARE_DECAY = 0.999;

    private final TrainingSet training;
    private final MultiLayerPerceptronSettings settings;
    private final UnitCompute compute;
    private final UnitProgress progress;
    private final int outputs;
    private final int[] sizes;
    private final float[][] rows;
    private final NeuralNetwork network;
    private final double[][] scores;
    private final double[] odds;
    private long steps;

    NetworkTraining(TrainingSet training, MultiLayerPerceptronSettings settings, UnitCompute compute, UnitProgress progress) {
        this.training = training;
        this.settings = settings;
        this.compute = compute;
        this.progress = progress;
        this.outputs = LogisticRegressionModel.outputs(training.classes());
        int width = training.matrix().width();
        this.sizes = new int[settings.layers() + 2];
        Arrays.fill(sizes, settings.hidden());
        sizes[0] = width;
        sizes[sizes.length - 1] = outputs;
        this.rows = new float[training.matrix().rows()][width];
        this.network = new NeuralNetwork(sizes, settings.batch());
        this.scores = new double[outputs][1];
        this.odds = new double[training.classes()];
    }

    MultiLayerPerceptronModel run() {
        for (int j = 0; j < sizes[0]; j++) {
            compute.checkCancelled();
            double[] column = training.matrix().column(j);
            for (int i = 0; i < rows.length; i++) {
                rows[i][j] = (float) column[i];
            }
        }
        network.draw(compute.random("weights"));
        int[] order = shuffled(compute.random("split"), rows.length);
        int heldOut = settings.earlyStopping() && rows.length >= 10 * training.classes() ? (int) (rows.length * HELD_OUT) : 0;
        int[] own = Arrays.copyOf(order, rows.length - heldOut);
        int[] aside = Arrays.copyOfRange(order, rows.length - heldOut, rows.length);
        double best = Double.POSITIVE_INFINITY;
        float[][][] bestWeights = null;
        int without = 0;
        for (int epoch = 1; epoch <= settings.epochs() && without < settings.patience(); epoch++) {
            shuffle(own, compute.random("epoch-" + epoch));
            double loss = epoch(own);
            progress.metric("loss", epoch, loss);
            if (heldOut > 0) {
                loss = loss(aside);
                progress.metric("heldOutLoss", epoch, loss);
            }
            progress.worked(epoch, settings.epochs(), Messages.MultiLayerPerceptronTrainer_epochs);
            without = loss > best - LEAST_GAIN ? without + 1 : 0;
            if (loss < best) {
                best = loss;
                bestWeights = heldOut > 0 ? copy() : null;
            }
        }
        return new MultiLayerPerceptronModel(training.classes(), sizes, bestWeights == null ? copy() : bestWeights);
    }

    private float[][][] copy() {
        NetworkLayer[] layers = network.layers();
        float[][][] copy = new float[layers.length][][];
        for (int l = 0; l < layers.length; l++) {
            copy[l] = Arrays.stream(layers[l].weights()).map(float[]::clone).toArray(float[][]::new);
        }
        return copy;
    }

    /** Learns from all rows once; returns their mean loss on the way. */
    private double epoch(int[] own) {
        double loss = 0;
        double weight = 0;
        for (int from = 0; from < own.length; from += settings.batch()) {
            compute.checkCancelled();
            int count = Math.min(settings.batch(), own.length - from);
            float[][] out = load(own, from, count);
            for (int r = 0; r < count; r++) {
                int row = own[from + r];
                loss += derive(out[r], row, network.outputDeltas()[r], count);
                weight += training.weights()[row];
            }
            steps++;
            double rate = settings.learningRate() * Math.sqrt(1 - Math.pow(SQUARE_DECAY, steps)) / (1 - Math.pow(MEAN_DECAY, steps));
            network.learn(count, (float) rate, (float) (settings.penalty() / count));
        }
        return loss / weight;
    }

    private float[][] load(int[] named, int from, int count) {
        for (int r = 0; r < count; r++) {
            System.arraycopy(rows[named[from + r]], 0, network.inputs()[r], 0, sizes[0]);
        }
        return network.forward(count);
    }

    /** Sets the slopes of the loss of a row; returns the loss. */
    private double derive(float[] out, int row, float[] deltas, int count) {
        for (int o = 0; o < outputs; o++) {
            scores[o][0] = out[o];
        }
        Softmax.probabilities(scores, 0, odds, 0, odds.length);
        int label = training.labels()[row];
        double weight = training.weights()[row];
        for (int o = 0; o < outputs; o++) {
            double p = outputs == 1 ? odds[1] : odds[o];
            boolean own = outputs == 1 ? label == 1 : label == o;
            deltas[o] = (float) (weight * (p - (own ? 1 : 0)) / count);
        }
        return -weight * Math.log(Math.max(Double.MIN_NORMAL, odds[label]));
    }

    private double loss(int[] named) {
        double loss = 0;
        double weight = 0;
        for (int from = 0; from < named.length; from += settings.batch()) {
            compute.checkCancelled();
            int count = Math.min(settings.batch(), named.length - from);
            float[][] out = load(named, from, count);
            for (int r = 0; r < count; r++) {
                loss += derive(out[r], named[from + r], network.outputDeltas()[r], count);
                weight += training.weights()[named[from + r]];
            }
        }
        return loss / weight;
    }

    private static int[] shuffled(RandomGenerator random, int count) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        shuffle(order, random);
        return order;
    }

    private static void shuffle(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
    }
}
