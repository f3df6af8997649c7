package org.orrery.learning.calibration;

import java.io.IOException;
import java.util.List;

import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelOutput;

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
    public void write(ModelOutput out) throws IOException {
        model.write(out);
    }
}
