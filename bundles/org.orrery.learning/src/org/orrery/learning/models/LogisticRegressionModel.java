package org.orrery.learning.models;

import java.io.IOException;
import java.util.Arrays;

import org.orrery.learning.ClassifierKind;
import org.orrery.learning.LinearClassifier;
import org.orrery.learning.RowwiseClassifier;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/** Coefficients and intercepts over encoded columns: one vector for two classes, else one per class. */
public final class LogisticRegressionModel implements LinearClassifier, RowwiseClassifier {
    private static final int BLOCK = 1024;

    private final LinearPoint point;
    private final boolean converged;

    LogisticRegressionModel(LinearPoint point, boolean converged) {
        this.point = point;
        this.converged = converged;
    }

    /** Reads what {@link #write} has written. */
    public static LogisticRegressionModel read(ModelInput in) throws IOException {
        return new LogisticRegressionModel(LinearPoint.read(in), in.readBoolean());
    }

    static int outputs(int classes) {
        return classes == 2 ? 1 : classes;
    }

    /**
     * The coefficients for scaled columns.
     *
     * @param output 0 for two classes: the log-odds of the second; else the class
     */
    @Override
    public double[] coefficients(int output) {
        return point.coefficients(output);
    }

    @Override
    public double intercept(int output) {
        return point.intercept(output);
    }

    @Override
    public int outputs() {
        return point.outputs();
    }

    @Override
    public boolean logistic() {
        return true;
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.LOGISTIC_REGRESSION;
    }

    @Override
    public int classes() {
        return point.classes();
    }

    @Override
    public boolean converged() {
        return converged;
    }

    /** The scores of rows {@code from} to {@code from + count − 1} into the first {@code count} places of each output. */
    static void scores(DesignMatrix matrix, int from, int count, double[] point, double[][] scores) {
        int stride = matrix.width() + 1;
        for (int o = 0; o < scores.length; o++) {
            Arrays.fill(scores[o], 0, count, point[o * stride + stride - 1]);
        }
        for (int j = 0; j < stride - 1; j++) {
            double[] column = matrix.column(j);
            for (int o = 0; o < scores.length; o++) {
                double coefficient = point[o * stride + j];
                double[] output = scores[o];
                for (int b = 0; b < count; b++) {
                    output[b] += coefficient * column[from + b];
                }
            }
        }
    }

    @Override
    public void fill(DesignMatrix rows, int first, int end, double[] all, Runnable poll) {
        int classes = point.classes();
        double[][] scores = new double[point.outputs()][BLOCK];
        for (int from = first; from < end; from += BLOCK) {
            poll.run();
            int count = Math.min(BLOCK, end - from);
            scores(rows, from, count, point.values(), scores);
            for (int b = 0; b < count; b++) {
                Softmax.probabilities(scores, b, all, (from + b) * classes, classes);
            }
        }
    }

    @Override
    public String onnx(OnnxGraph graph, String columns) {
        return graph.softmax(scores(graph, columns), outputs());
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        point.write(out);
        out.writeBoolean(converged);
    }
}
