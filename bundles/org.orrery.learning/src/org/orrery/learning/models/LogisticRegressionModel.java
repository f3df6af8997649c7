package org.orrery.learning.models;

import java.io.IOException;
import java.util.Arrays;

import org.orrery.learning.ClassifierKind;
import org.orrery.learning.LinearClassifier;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/** Coefficients and intercepts over encoded columns: one vector for two classes, else one per class. */
public final class LogisticRegressionModel implements LinearClassifier {
    private static final int BLOCK = 1024;

    private final int classes;
    private final int width;
    private final double[] point;
    private final boolean converged;

    /** @param point per output the coefficients, then the intercept */
    LogisticRegressionModel(int classes, int width, double[] point, boolean converged) {
        if (point.length != outputs(classes) * (width + 1)) {
            throw new IllegalArgumentException("Coefficients do not fit the columns");
        }
        this.classes = classes;
        this.width = width;
        this.point = point;
        this.converged = converged;
    }

    /** Reads what {@link #write} has written. */
    public static LogisticRegressionModel read(ModelInput in) throws IOException {
        return new LogisticRegressionModel(in.readInt(), in.readInt(), in.readDoubles(), in.readBoolean());
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
        return Arrays.copyOfRange(point, output * (width + 1), output * (width + 1) + width);
    }

    @Override
    public double intercept(int output) {
        return point[output * (width + 1) + width];
    }

    @Override
    public int outputs() {
        return outputs(classes);
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
        return classes;
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
    public double[] probabilities(DesignMatrix rows, Runnable poll) {
        double[] all = new double[rows.rows() * classes];
        fill(rows, 0, rows.rows(), all, poll);
        return all;
    }

    @Override
    public void fill(DesignMatrix rows, int first, int end, double[] all, Runnable poll) {
        double[][] scores = new double[outputs(classes)][BLOCK];
        for (int from = first; from < end; from += BLOCK) {
            poll.run();
            int count = Math.min(BLOCK, end - from);
            scores(rows, from, count, point, scores);
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
        out.writeInt(classes);
        out.writeInt(width);
        out.writeDoubles(point);
        out.writeBoolean(converged);
    }
}
