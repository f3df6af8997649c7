package org.orrery.learning.calibration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.orrery.analysis.AnalysisException;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/**
 * A model whose probabilities are corrected: for two classes that of the second, whose rest is that of the first; for more each by itself,
 * after which they are divided by their sum.
 */
public final class CalibratedModel implements ClassifierModel {
    private final ClassifierModel model;
    private final List<Calibrator> calibrators;

    /** @param calibrators one for two classes, else one per class */
    public CalibratedModel(ClassifierModel model, List<Calibrator> calibrators) {
        this.model = model;
        this.calibrators = List.copyOf(calibrators);
        if (this.calibrators.size() != (model.classes() == 2 ? 1 : model.classes())) {
            throw new IllegalArgumentException(calibrators.size() + " calibrations of " + model.classes() + " classes");
        }
    }

    /** What corrects; one for two classes, else one per class. */
    public List<Calibrator> calibrators() {
        return calibrators;
    }

    @Override
    public ClassifierModel plain() {
        return model.plain();
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
        double[] all = model.probabilities(rows, poll);
        int classes = model.classes();
        for (int at = 0; at < all.length; at += classes) {
            if (classes == 2) {
                all[at + 1] = calibrators.get(0).of(all[at + 1], all[at]);
                all[at] = 1 - all[at + 1];
            } else {
                several(all, at, classes);
            }
        }
        return all;
    }

    private void several(double[] all, int at, int classes) {
        double[] rests = new double[classes];
        for (int c = 0; c < classes; c++) {
            rests[c] = Calibrators.rest(all, at, classes, c);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            all[at + c] = calibrators.get(c).of(all[at + c], rests[c]);
            sum += all[at + c];
        }
        for (int c = 0; c < classes; c++) {
            // No class is possible by itself: then nothing is known.
            all[at + c] = sum == 0 ? 1.0 / classes : all[at + c] / sum;
        }
    }

    @Override
    public String onnx(OnnxGraph graph, String columns) throws AnalysisException {
        String all = model.onnx(graph, columns);
        if (model.classes() == 2) {
            return graph.both(calibrators.get(0).onnx(graph, graph.column(all, 1), graph.column(all, 0)));
        }
        List<String> corrected = new ArrayList<>();
        for (int c = 0; c < model.classes(); c++) {
            int own = c;
            long[] others = IntStream.range(0, model.classes()).filter(other -> other != own).asLongStream().toArray();
            String rest = graph.sum(graph.node("Gather", Map.of("axis", 1L), all, graph.longs(others)));
            corrected.add(calibrators.get(c).onnx(graph, graph.column(all, c), rest));
        }
        String known = graph.beside(corrected);
        String sum = graph.sum(known);
        String none = graph.node("Equal", sum, graph.number(0));
        // No class is possible by itself: then nothing is known.
        return graph.node("Where", none, graph.number(1.0 / model.classes()), graph.node("Div", known, sum));
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        model.write(out);
    }
}
