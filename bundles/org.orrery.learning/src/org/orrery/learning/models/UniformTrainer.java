package org.orrery.learning.models;

import java.util.Arrays;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.EncodingDemand;

/** Draws a class for each row, each as often as any other that training rows have: what guessing gives to those who do not even know how frequent classes are. */
public final class UniformTrainer implements ClassifierTrainer {
    @Override
    public ClassifierKind kind() {
        return ClassifierKind.UNIFORM;
    }

    @Override
    public EncodingDemand demand() {
        return EncodingDemand.PLAIN;
    }

    @Override
    public ClassifierModel fit(TrainingSet training, UnitCompute compute, UnitProgress progress) {
        compute.checkCancelled();
        double[] shares = new double[training.classes()];
        int[] present = Arrays.stream(training.labels()).distinct().toArray();
        for (int label : present) {
            shares[label] = 1.0 / present.length;
        }
        return new StratifiedModel(kind(), shares, compute.random("uniform").nextLong());
    }
}
