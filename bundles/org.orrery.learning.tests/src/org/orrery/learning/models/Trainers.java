package org.orrery.learning.models;

import java.util.List;

import org.orrery.learning.ClassifierTrainer;

/** All trainers with settings that suit small problems. */
final class Trainers {
    private Trainers() {
    }

    static List<ClassifierTrainer> all() {
        return List.of(new MostFrequentTrainer(), new StratifiedTrainer(),
                new LogisticRegressionTrainer(LogisticRegressionSettings.STANDARD),
                new LinearSvmTrainer(LinearSvmSettings.STANDARD), new GaussianNaiveBayesTrainer(GaussianNaiveBayesSettings.STANDARD),
                new NearestNeighboursTrainer(NearestNeighboursSettings.STANDARD),
                new DecisionTreeTrainer(DecisionTreeSettings.STANDARD));
    }
}
