package org.orrery.learning.models;

import java.io.IOException;

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

    private final LinearPoint point;
    private final Sigmoid[] sigmoids;
    private final boolean converged;

    LinearSvmModel(LinearPoint point, Sigmoid[] sigmoids, boolean converged) {
        this.point = point;
        this.sigmoids = sigmoids;
        this.converged = converged;
    }

    /** Reads what {@link #write} has written. */
    public static LinearSvmModel read(ModelInput in) throws IOException {
        LinearPoint point = LinearPoint.read(in);
        Sigmoid[] sigmoids = new Sigmoid[point.outputs()];
        for (int o = 0; o < sigmoids.length; o++) {
            sigmoids[o] = new Sigmoid(in.readDouble(), in.readDouble());
        }
        return new LinearSvmModel(point, sigmoids, in.readBoolean());
    }

    /**
     * The coefficients for scaled columns.
     *
     * @param output 0 for two classes, where high scores speak for the second; else the class
     */
    @Override
    public double[] coefficients(int output) {
        return point.coefficients(output);
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
        return point.intercept(output);
    }

    /** The signed distance from the boundary, in margins: per output the score of each row. */
    public double[][] decisions(DesignMatrix rows, Runnable poll) {
        double[][] all = new double[sigmoids.length][rows.rows()];
        double[][] scores = new double[sigmoids.length][BLOCK];
        for (int from = 0; from < rows.rows(); from += BLOCK) {
            poll.run();
            int count = Math.min(BLOCK, rows.rows() - from);
            LogisticRegressionModel.scores(rows, from, count, point.values(), scores);
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
        return point.classes();
    }

    @Override
    public boolean converged() {
        return converged;
    }

    @Override
    public double[] probabilities(DesignMatrix rows, Runnable poll) {
        int classes = point.classes();
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
        return point.classes() == 2 ? graph.both(own) : graph.shares(own);
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        point.write(out);
        for (Sigmoid sigmoid : sigmoids) {
            out.writeDouble(sigmoid.slope());
            out.writeDouble(sigmoid.offset());
        }
        out.writeBoolean(converged);
    }
}
