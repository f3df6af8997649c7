package org.orrery.learning.models;

import java.io.IOException;
import java.util.Arrays;

import org.orrery.learning.ClassifierKind;
import org.orrery.learning.LinearClassifier;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/**
 * Coefficients and intercepts over encoded columns, one vector for two classes, else one per class, with the sigmoid that makes
 * a probability of each score. For more than two classes the probabilities of one class against the rest are divided by their
 * sum.
 */
public final class LinearSvmModel implements LinearClassifier {
    private static final int BLOCK = 1024;

    private final int classes;
    private final int width;
    private final double[] point;
    private final Sigmoid[] sigmoids;
    private final boolean converged;

    /** @param point per output the coefficients, then the intercept */
    LinearSvmModel(int classes, int width, double[] point, Sigmoid[] sigmoids, boolean converged) {
        if (point.length != sigmoids.length * (width + 1)) {
            throw new IllegalArgumentException("Coefficients do not fit the columns");
        }
        this.classes = classes;
        this.width = width;
        this.point = point;
        this.sigmoids = sigmoids;
        this.converged = converged;
    }

    /** Reads what {@link #write} has written. */
    public static LinearSvmModel read(ModelInput in) throws IOException {
        int classes = in.readInt();
        int width = in.readInt();
        double[] point = in.readDoubles();
        Sigmoid[] sigmoids = new Sigmoid[LogisticRegressionModel.outputs(classes)];
        for (int o = 0; o < sigmoids.length; o++) {
            sigmoids[o] = new Sigmoid(in.readDouble(), in.readDouble());
        }
        return new LinearSvmModel(classes, width, point, sigmoids, in.readBoolean());
    }

    /**
     * The coefficients for scaled columns.
     *
     * @param output 0 for two classes, where high scores speak for the second; else the class
     */
    @Override
    public double[] coefficients(int output) {
        return Arrays.copyOfRange(point, output * (width + 1), output * (width + 1) + width);
    }

    @Override
    public int outputs() {
        return sigmoids.length;
    }

    @Override
    public boolean logistic() {
        return false;
    }

    @Override
    public double intercept(int output) {
        return point[output * (width + 1) + width];
    }

    /** The signed distance from the boundary, in margins: per output the score of each row. */
    public double[][] decisions(DesignMatrix rows, Runnable poll) {
        double[][] all = new double[sigmoids.length][rows.rows()];
        double[][] scores = new double[sigmoids.length][BLOCK];
        for (int from = 0; from < rows.rows(); from += BLOCK) {
            poll.run();
            int count = Math.min(BLOCK, rows.rows() - from);
            LogisticRegressionModel.scores(rows, from, count, point, scores);
            for (int o = 0; o < scores.length; o++) {
                System.arraycopy(scores[o], 0, all[o], from, count);
            }
        }
        return all;
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.LINEAR_SVM;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public boolean converged() {
        return converged;
    }

    @Override
    public double[] probabilities(DesignMatrix rows, Runnable poll) {
        double[][] scores = decisions(rows, poll);
        double[] all = new double[rows.rows() * classes];
        for (int i = 0; i < rows.rows(); i++) {
            int at = i * classes;
            if (classes == 2) {
                all[at + 1] = sigmoids[0].of(scores[0][i]);
                all[at] = 1 - all[at + 1];
                continue;
            }
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                all[at + c] = sigmoids[c].of(scores[c][i]);
                sum += all[at + c];
            }
            for (int c = 0; c < classes; c++) {
                all[at + c] = sum > 0 ? all[at + c] / sum : 1.0 / classes;
            }
        }
        return all;
    }

    @Override
    public String onnx(OnnxGraph graph, String columns) {
        double[] slopes = new double[sigmoids.length];
        double[] offsets = new double[sigmoids.length];
        for (int o = 0; o < sigmoids.length; o++) {
            slopes[o] = sigmoids[o].slope();
            offsets[o] = sigmoids[o].offset();
        }
        String own = Sigmoid.onnx(graph, scores(graph, columns), slopes, offsets);
        return classes == 2 ? graph.both(own) : graph.shares(own);
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        out.writeInt(classes);
        out.writeInt(width);
        out.writeDoubles(point);
        for (Sigmoid sigmoid : sigmoids) {
            out.writeDouble(sigmoid.slope());
            out.writeDouble(sigmoid.offset());
        }
        out.writeBoolean(converged);
    }
}
