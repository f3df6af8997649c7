package org.orrery.learning.models;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.EncodingDemand;

/** Always predicts the same class, and is sure of it: what treating every case alike gives. */
public final class ConstantTrainer implements ClassifierTrainer {
    private final int label;

    /** @param label the class, from 0 */
    public ConstantTrainer(int label) {
        this.label = label;
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.CONSTANT;
    }

    @Override
    public EncodingDemand demand() {
        return EncodingDemand.PLAIN;
    }

    @Override
    public ClassifierModel fit(TrainingSet training, UnitCompute compute, UnitProgress progress) {
        compute.checkCancelled();
        double[] probabilities = new double[training.classes()];
        probabilities[label] = 1;
        return new ConstantModel(kind(), probabilities);
    }
}
