package org.orrery.learning.models;

import java.util.List;
import java.util.Optional;

import org.orrery.learning.ClassifierTrainer;

/** All trainers with settings that suit small problems. */
final class Trainers {
    private Trainers() {
    }

    private static ForestSettings forest() {
        return new ForestSettings(20, Optional.empty(), Optional.empty(), 2, SplitCriterion.GINI);
    }

    static List<ClassifierTrainer> all() {
        return List.of(new MostFrequentTrainer(), new StratifiedTrainer(), new UniformTrainer(), new ConstantTrainer(0),
                new LogisticRegressionTrainer(LogisticRegressionSettings.STANDARD),
                new LinearSvmTrainer(LinearSvmSettings.STANDARD), new GaussianNaiveBayesTrainer(GaussianNaiveBayesSettings.STANDARD),
                new NearestNeighboursTrainer(NearestNeighboursSettings.STANDARD),
                new DecisionTreeTrainer(DecisionTreeSettings.STANDARD),
                ForestTrainer.randomForest(forest()), ForestTrainer.extraTrees(forest()), new KernelSvmTrainer(KernelSvmSettings.STANDARD), new GradientBoostingTrainer(GradientBoostingSettings.STANDARD),
                new MultiLayerPerceptronTrainer(new MultiLayerPerceptronSettings(20, 2, 10, 0.01, 0.0001, 100, true, 10)));
    }
}
