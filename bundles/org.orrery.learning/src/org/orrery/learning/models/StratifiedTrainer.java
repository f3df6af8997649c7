package org.orrery.learning.models;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.EncodingDemand;

/**
 * Draws a class for each row, each as often as it is among the training rows, without learning from a feature: what guessing
 * gives. It is sure of each guess, as scikit-learn's {@code DummyClassifier(strategy="stratified")} is, so that its log-loss is
 * that of a guesser. Class weights do not count: the baseline is what the data are.
 */
public final class StratifiedTrainer implements ClassifierTrainer {
    @Override
    public ClassifierKind kind() {
        return ClassifierKind.STRATIFIED;
    }

    @Override
    public EncodingDemand demand() {
        return EncodingDemand.PLAIN;
    }

    @Override
    public ClassifierModel fit(TrainingSet training, UnitCompute compute, UnitProgress progress) {
        compute.checkCancelled();
        double[] shares = new double[training.classes()];
        for (int label : training.labels()) {
            shares[label] += 1.0 / training.labels().length;
        }
        return new StratifiedModel(kind(), shares, compute.random("stratified").nextLong());
    }
}
