package org.orrery.learning.models;

import java.io.IOException;

import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/** The same probabilities for every row. */
public final class ConstantModel implements ClassifierModel {
    private final ClassifierKind kind;
    private final double[] probabilities;

    ConstantModel(ClassifierKind kind, double[] probabilities) {
        this.kind = kind;
        this.probabilities = probabilities;
    }

    /** Reads what {@link #write} has written. */
    public static ConstantModel read(ClassifierKind kind, ModelInput in) throws IOException {
        return new ConstantModel(kind, in.readDoubles());
    }

    @Override
    public ClassifierKind kind() {
        return kind;
    }

    @Override
    public int classes() {
        return probabilities.length;
    }

    @Override
    public double[] probabilities(DesignMatrix rows, Runnable poll) {
        poll.run();
        double[] all = new double[rows.rows() * probabilities.length];
        for (int i = 0; i < rows.rows(); i++) {
            System.arraycopy(probabilities, 0, all, i * probabilities.length, probabilities.length);
        }
        return all;
    }

    @Override
    public String onnx(OnnxGraph graph, String columns) {
        return graph.rows(probabilities);
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        out.writeDoubles(probabilities);
    }
}
