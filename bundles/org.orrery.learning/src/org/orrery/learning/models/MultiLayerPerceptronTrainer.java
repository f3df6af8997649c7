package org.orrery.learning.models;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.EncodingDemand;

/**
 * A network of rectified linear units, trained by Adam on the logistic loss in small batches, as scikit-learn's
 * {@code MLPClassifier}. Stops early on the loss of rows kept aside.
 */
public final class MultiLayerPerceptronTrainer implements ClassifierTrainer {
    private final MultiLayerPerceptronSettings settings;

    /** A trainer with these settings. */
    public MultiLayerPerceptronTrainer(MultiLayerPerceptronSettings settings) {
        this.settings = settings;
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.MULTI_LAYER_PERCEPTRON;
    }

    @Override
    public EncodingDemand demand() {
        return EncodingDemand.SCALED;
    }

    @Override
    public ClassifierModel fit(TrainingSet training, UnitCompute compute, UnitProgress progress) throws Exception {
        return new NetworkTraining(training, settings, compute, progress).run();
    }
}
