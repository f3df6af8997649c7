package org.orrery.learning.models;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.EncodingDemand;

/**
 * The nearest neighbours, found exactly: the training rows themselves are the model. Among rows at the same distance the first
 * are taken. With uniform weights the probabilities are those of scikit-learn's {@code KNeighborsClassifier}.
 */
public final class NearestNeighboursTrainer implements ClassifierTrainer {
    private final NearestNeighboursSettings settings;

    /** A trainer with these settings. */
    public NearestNeighboursTrainer(NearestNeighboursSettings settings) {
        this.settings = settings;
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.K_NEAREST_NEIGHBOURS;
    }

    @Override
    public EncodingDemand demand() {
        return EncodingDemand.SCALED;
    }

    @Override
    public ClassifierModel fit(TrainingSet training, UnitCompute compute, UnitProgress progress) {
        double[][] columns = new double[training.matrix().width()][];
        for (int j = 0; j < columns.length; j++) {
            compute.checkCancelled();
            columns[j] = training.matrix().column(j);
        }
        return new NearestNeighboursModel(training.classes(), settings, columns, training.labels(), training.classWeights());
    }
}
