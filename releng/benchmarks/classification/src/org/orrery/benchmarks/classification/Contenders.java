package org.orrery.benchmarks.classification;

import java.util.Optional;

import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.models.DecisionTreeSettings;
import org.orrery.learning.models.DecisionTreeTrainer;
import org.orrery.learning.models.ForestSettings;
import org.orrery.learning.models.ForestTrainer;
import org.orrery.learning.models.GaussianNaiveBayesSettings;
import org.orrery.learning.models.GaussianNaiveBayesTrainer;
import org.orrery.learning.models.GradientBoostingSettings;
import org.orrery.learning.models.GradientBoostingTrainer;
import org.orrery.learning.models.KernelSvmSettings;
import org.orrery.learning.models.KernelSvmTrainer;
import org.orrery.learning.models.LinearSvmSettings;
import org.orrery.learning.models.LinearSvmTrainer;
import org.orrery.learning.models.LogisticRegressionSettings;
import org.orrery.learning.models.LogisticRegressionTrainer;
import org.orrery.learning.models.MultiLayerPerceptronSettings;
import org.orrery.learning.models.MultiLayerPerceptronTrainer;
import org.orrery.learning.models.NearestNeighboursSettings;
import org.orrery.learning.models.NearestNeighboursTrainer;
import org.orrery.learning.models.SplitCriterion;

/** The models with the settings of the benchmark; those of the peers stand in peers.py. */
final class Contenders {
    private Contenders() {
    }

    /**
     * Loads the texts of the models before the clock starts, as the peers import their library. On a plain class path that opens
     * all jar files and verifies the signatures of those of Eclipse, which does not happen in the product.
     */
    static void load() throws ClassNotFoundException {
        Class.forName("org.eclipse.osgi.util.NLS");
        Class.forName("org.orrery.learning.models.Messages");
    }

    static ClassifierTrainer trainer(String name) {
        return switch (name) {
            case "logistic-regression" -> new LogisticRegressionTrainer(LogisticRegressionSettings.STANDARD);
            case "linear-svm" -> new LinearSvmTrainer(LinearSvmSettings.STANDARD);
            case "k-nearest-neighbours" -> new NearestNeighboursTrainer(NearestNeighboursSettings.STANDARD);
            case "gaussian-naive-bayes" -> new GaussianNaiveBayesTrainer(GaussianNaiveBayesSettings.STANDARD);
            case "decision-tree" -> new DecisionTreeTrainer(new DecisionTreeSettings(Optional.of(8), 1, SplitCriterion.GINI));
            case "random-forest" -> ForestTrainer.randomForest(ForestSettings.STANDARD);
            case "extra-trees" -> ForestTrainer.extraTrees(ForestSettings.STANDARD);
            case "gradient-boosting" -> new GradientBoostingTrainer(GradientBoostingSettings.STANDARD);
            case "gradient-boosting-sampled" -> new GradientBoostingTrainer(new GradientBoostingSettings(100, 0.3, 6, 1, 1, 0, 0.8));
            case "multi-layer-perceptron" -> new MultiLayerPerceptronTrainer(MultiLayerPerceptronSettings.STANDARD);
            case "multi-layer-perceptron-whole" -> new MultiLayerPerceptronTrainer(
                    new MultiLayerPerceptronSettings(100, 1, 200, 0.001, 0.0001, 200, false, 10));
            case "multi-layer-perceptron-10" -> new MultiLayerPerceptronTrainer(
                    new MultiLayerPerceptronSettings(100, 1, 10, 0.001, 0.0001, 200, true, 10));
            case "kernel-svm" -> new KernelSvmTrainer(KernelSvmSettings.STANDARD);
            default -> throw new IllegalArgumentException("No such model: " + name);
        };
    }
}
