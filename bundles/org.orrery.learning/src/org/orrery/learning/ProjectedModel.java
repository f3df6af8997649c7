package org.orrery.learning;

import java.io.IOException;
import java.util.Objects;

import org.orrery.analysis.AnalysisException;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.encoding.PrincipalComponents;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/**
 * A model of the principal components of columns, which takes the columns themselves: so predictions are explained by features as people know
 * them.
 *
 * @param components what the model gets
 * @param model the model
 */
public record ProjectedModel(PrincipalComponents components, ClassifierModel model) implements ClassifierModel {
    public ProjectedModel {
        Objects.requireNonNull(components, "components");
        Objects.requireNonNull(model, "model");
    }

    @Override
    public ClassifierKind kind() {
        return model.kind();
    }

    @Override
    public int classes() {
        return model.classes();
    }

    @Override
    public boolean converged() {
        return model.converged();
    }

    @Override
    public double[] probabilities(DesignMatrix rows, Runnable poll) {
        return model.probabilities(components.of(rows, poll), poll);
    }

    @Override
    public String onnx(OnnxGraph graph, String columns) throws AnalysisException {
        return model.onnx(graph, components.onnx(graph, columns));
    }

    /** The components, then the model. */
    @Override
    public void write(ModelOutput out) throws IOException {
        components.write(out);
        model.write(out);
    }
}
