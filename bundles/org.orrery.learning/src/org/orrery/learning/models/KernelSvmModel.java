package org.orrery.learning.models;

import java.io.IOException;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.AnalysisException;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/** Support vectors with a coefficient for each pair of classes, and the sigmoids that make probabilities of decisions. */
public final class KernelSvmModel implements ClassifierModel {
    private final int classes;
    private final KernelFunction function;
    private final double[][] columns;
    private final double[] squares;
    private final double[][] coefficients;
    private final double[] offsets;
    private final Sigmoid[] sigmoids;
    private final boolean converged;

    /** @param columns of the support vectors; coefficients, offsets and sigmoids are per pair: 0 and 1, 0 and 2, …, 1 and 2, … */
    KernelSvmModel(int classes, KernelFunction function, int vectors, double[][] columns, double[][] coefficients, double[] offsets,
            Sigmoid[] sigmoids, boolean converged) {
        this.classes = classes;
        this.function = function;
        this.columns = columns;
        this.squares = KernelFunction.squares(columns, vectors);
        this.coefficients = coefficients;
        this.offsets = offsets;
        this.sigmoids = sigmoids;
        this.converged = converged;
    }

    /** Reads what {@link #write} has written. */
    public static KernelSvmModel read(ModelInput in) throws IOException {
        int classes = in.readInt();
        int kernel = in.readInt();
        if (kernel < 0 || kernel >= SvmKernel.values().length || classes < 2 || classes > 10_000) {
            throw new IOException("Unknown kernel of a support vector machine: " + kernel);
        }
        KernelFunction function = new KernelFunction(SvmKernel.values()[kernel], in.readDouble(), in.readInt(), in.readDouble());
        boolean converged = in.readBoolean();
        int vectors = in.readInt();
        double[][] columns = new double[in.readInt()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = in.readDoubles();
        }
        int pairs = classes * (classes - 1) / 2;
        double[][] coefficients = new double[pairs][];
        double[] offsets = new double[pairs];
        Sigmoid[] sigmoids = new Sigmoid[pairs];
        for (int k = 0; k < pairs; k++) {
            coefficients[k] = in.readDoubles();
            offsets[k] = in.readDouble();
            sigmoids[k] = new Sigmoid(in.readDouble(), in.readDouble());
        }
        return new KernelSvmModel(classes, function, vectors, columns, coefficients, offsets, sigmoids, converged);
    }

    /** How many support vectors there are. */
    public int vectors() {
        return squares.length;
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.KERNEL_SVM;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public boolean converged() {
        return converged;
    }

    /** The decision of each pair of classes for each row: above 0 for the second of the pair. */
    public double[][] decisions(DesignMatrix rows, Runnable poll) {
        double[][] decisions = new double[rows.rows()][coefficients.length];
        double[] row = new double[columns.length];
        double[] values = new double[squares.length];
        for (int i = 0; i < rows.rows(); i++) {
            poll.run();
            for (int j = 0; j < row.length; j++) {
                row[j] = rows.column(j)[i];
            }
            function.of(row, columns, squares, values);
            for (int k = 0; k < coefficients.length; k++) {
                double sum = -offsets[k];
                double[] pair = coefficients[k];
                for (int v = 0; v < values.length; v++) {
                    sum += pair[v] * values[v];
                }
                decisions[i][k] = sum;
            }
        }
        return decisions;
    }

    @Override
    public double[] probabilities(DesignMatrix rows, Runnable poll) {
        double[][] decisions = decisions(rows, poll);
        double[] all = new double[rows.rows() * classes];
        for (int i = 0; i < rows.rows(); i++) {
            int at = i * classes;
            if (classes == 2) {
                all[at + 1] = sigmoids[0].of(decisions[i][0]);
                all[at] = 1 - all[at + 1];
                continue;
            }
            double[][] pairwise = new double[classes][classes];
            int k = 0;
            for (int a = 0; a < classes; a++) {
                for (int b = a + 1; b < classes; b++) {
                    pairwise[b][a] = Math.min(Math.max(sigmoids[k].of(decisions[i][k]), 1e-7), 1 - 1e-7);
                    pairwise[a][b] = 1 - pairwise[b][a];
                    k++;
                }
            }
            System.arraycopy(PairwiseCoupling.probabilities(pairwise), 0, all, at, classes);
        }
        return all;
    }

    /** For two classes: the coupling of pairs is an iteration, which no operator does. */
    @Override
    public String onnx(OnnxGraph graph, String rows) throws AnalysisException {
        if (classes > 2) {
            throw new AnalysisException(Code.BAD_SETTING, NLS.bind(Messages.KernelSvmModel_noOnnx, classes));
        }
        String kernel = function.onnx(graph, rows, columns, squares);
        String decision = graph.node("Sub", graph.node("MatMul", kernel, graph.doubles(coefficients[0], squares.length, 1)), graph.number(offsets[0]));
        return graph.both(Sigmoid.onnx(graph, decision, new double[] {sigmoids[0].slope()}, new double[] {sigmoids[0].offset()}));
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        out.writeInt(classes);
        out.writeInt(function.kernel().ordinal());
        out.writeDouble(function.gamma());
        out.writeInt(function.degree());
        out.writeDouble(function.coefficient());
        out.writeBoolean(converged);
        out.writeInt(squares.length);
        out.writeInt(columns.length);
        for (double[] column : columns) {
            out.writeDoubles(column);
        }
        for (int k = 0; k < coefficients.length; k++) {
            out.writeDoubles(coefficients[k]);
            out.writeDouble(offsets[k]);
            out.writeDouble(sigmoids[k].slope());
            out.writeDouble(sigmoids[k].offset());
        }
    }
}
