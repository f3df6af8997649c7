package org.orrery.learning.models;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.orrery.learning.ClassifierKind;
import org.orrery.learning.RowwiseClassifier;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/** Shares of the classes, and mean and variance of each column in each class. */
public final class GaussianNaiveBayesModel implements RowwiseClassifier {
    private static final int BLOCK = 1024;

    private final double[] priors;
    private final double[][] means;
    private final double[][] variances;

    /** @param means per column, then per class, as the variances */
    GaussianNaiveBayesModel(double[] priors, double[][] means, double[][] variances) {
        this.priors = priors;
        this.means = means;
        this.variances = variances;
    }

    /** Reads what {@link #write} has written. */
    public static GaussianNaiveBayesModel read(ModelInput in) throws IOException {
        double[] priors = in.readDoubles();
        int width = in.readInt();
        double[][] means = new double[width][];
        double[][] variances = new double[width][];
        for (int j = 0; j < width; j++) {
            means[j] = in.readDoubles();
            variances[j] = in.readDoubles();
        }
        return new GaussianNaiveBayesModel(priors, means, variances);
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.GAUSSIAN_NAIVE_BAYES;
    }

    @Override
    public int classes() {
        return priors.length;
    }

    @Override
    public void fill(DesignMatrix rows, int first, int end, double[] all, Runnable poll) {
        int classes = priors.length;
        double[] constants = new double[classes];
        for (int c = 0; c < classes; c++) {
            constants[c] = Math.log(priors[c]);
            for (double[] column : variances) {
                constants[c] -= Math.log(2 * Math.PI * column[c]) / 2;
            }
        }
        double[][] joint = new double[classes][BLOCK];
        double[] values = new double[BLOCK];
        for (int from = first; from < end; from += BLOCK) {
            poll.run();
            int count = Math.min(BLOCK, end - from);
            for (double[] each : joint) {
                Arrays.fill(each, 0);
            }
            for (int j = 0; j < means.length; j++) {
                System.arraycopy(rows.column(j), from, values, 0, count);
                for (int c = 0; c < classes; c++) {
                    subtract(joint[c], values, count, means[j][c], 1 / (2 * variances[j][c]));
                }
            }
            for (int r = 0; r < count; r++) {
                normalise(joint, r, constants, all, (from + r) * classes);
            }
        }
    }

    private static void subtract(double[] joint, double[] values, int count, double mean, double factor) {
        for (int r = 0; r < count; r++) {
            double difference = values[r] - mean;
            joint[r] -= factor * (difference * difference);
        }
    }

    private static void normalise(double[][] joint, int r, double[] constants, double[] all, int at) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < constants.length; c++) {
            all[at + c] = joint[c][r] + constants[c];
            largest = Math.max(largest, all[at + c]);
        }
        double sum = 0;
        for (int c = 0; c < constants.length; c++) {
            // Infinitely unlikely in every class: nothing is known.
            all[at + c] = largest == Double.NEGATIVE_INFINITY ? 1 : Math.exp(all[at + c] - largest);
            sum += all[at + c];
        }
        for (int c = 0; c < constants.length; c++) {
            all[at + c] /= sum;
        }
    }

    @Override
    public String onnx(OnnxGraph graph, String columns) {
        int width = means.length;
        List<String> joint = new ArrayList<>();
        for (int c = 0; c < priors.length; c++) {
            double[] middle = new double[width];
            double[] factors = new double[width];
            double constant = Math.log(priors[c]);
            for (int j = 0; j < width; j++) {
                middle[j] = means[j][c];
                factors[j] = -1 / (2 * variances[j][c]);
                constant -= Math.log(2 * Math.PI * variances[j][c]) / 2;
            }
            String difference = graph.node("Sub", columns, graph.doubles(middle, 1, width));
            String sum = graph.node("MatMul", graph.node("Mul", difference, difference), graph.doubles(factors, width, 1));
            joint.add(graph.node("Add", sum, graph.number(constant)));
        }
        return graph.softmax(graph.beside(joint), priors.length);
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        out.writeDoubles(priors);
        out.writeInt(means.length);
        for (int j = 0; j < means.length; j++) {
            out.writeDoubles(means[j]);
            out.writeDoubles(variances[j]);
        }
    }
}
