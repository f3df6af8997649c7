package org.orrery.classification;

import java.util.List;

import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassWeights;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.models.ConstantTrainer;
import org.orrery.learning.models.DecisionTreeTrainer;
import org.orrery.learning.models.ForestTrainer;
import org.orrery.learning.models.GaussianNaiveBayesTrainer;
import org.orrery.learning.models.GradientBoostingTrainer;
import org.orrery.learning.models.KernelSvmTrainer;
import org.orrery.learning.models.LinearSvmTrainer;
import org.orrery.learning.models.LogisticRegressionTrainer;
import org.orrery.learning.models.MostFrequentTrainer;
import org.orrery.learning.models.MultiLayerPerceptronTrainer;
import org.orrery.learning.models.NearestNeighboursTrainer;
import org.orrery.learning.models.StratifiedTrainer;
import org.orrery.learning.models.UniformTrainer;

/** From settings to what trains a model. */
final class Pipelines {
    private final List<String> classes;
    private final int constant;

    Pipelines(ClassificationData data) {
        this.classes = data.rows().classes();
        this.constant = data.positive() >= 0 ? data.positive() : rarest(data);
    }

    /** With more than two classes no class is positive; the rarest stands for what one would not miss. */
    private static int rarest(ClassificationData data) {
        int[] counts = new int[data.classes()];
        for (int label : data.labels()) {
            counts[label]++;
        }
        int rarest = 0;
        for (int label = 1; label < counts.length; label++) {
            rarest = counts[label] <= counts[rarest] ? label : rarest;
        }
        return rarest;
    }

    ClassifierPipeline of(ClassifierKind kind, ClassificationSettings settings) {
        return new ClassifierPipeline(trainer(kind, settings), settings.encoding(), weights(settings), settings.recalibration(), settings.reduction());
    }

    private ClassifierTrainer trainer(ClassifierKind kind, ClassificationSettings settings) {
        return switch (kind) {
            case MOST_FREQUENT -> new MostFrequentTrainer();
            case STRATIFIED -> new StratifiedTrainer();
            case UNIFORM -> new UniformTrainer();
            case CONSTANT -> new ConstantTrainer(constant);
            case LOGISTIC_REGRESSION -> new LogisticRegressionTrainer(settings.logisticRegression());
            case LINEAR_SVM -> new LinearSvmTrainer(settings.linearSvm());
            case GAUSSIAN_NAIVE_BAYES -> new GaussianNaiveBayesTrainer(settings.gaussianNaiveBayes());
            case K_NEAREST_NEIGHBOURS -> new NearestNeighboursTrainer(settings.kNearestNeighbours());
            case DECISION_TREE -> new DecisionTreeTrainer(settings.decisionTree());
            case RANDOM_FOREST -> ForestTrainer.randomForest(settings.randomForest());
            case EXTRA_TREES -> ForestTrainer.extraTrees(settings.extraTrees());
            case GRADIENT_BOOSTING -> new GradientBoostingTrainer(settings.gradientBoosting());
            case MULTI_LAYER_PERCEPTRON -> new MultiLayerPerceptronTrainer(settings.multiLayerPerceptron());
            case KERNEL_SVM -> new KernelSvmTrainer(settings.kernelSvm());
        };
    }

    private ClassWeights weights(ClassificationSettings settings) {
        if (settings.classWeights() != ClassWeighting.CUSTOM) {
            return ClassWeights.of(settings.classWeights());
        }
        return new ClassWeights(ClassWeighting.CUSTOM, classes.stream().map(name -> weight(settings, name)).toList());
    }

    private static double weight(ClassificationSettings settings, String name) {
        return settings.customWeights().stream().filter(weight -> weight.name().equals(name)).mapToDouble(ClassWeight::weight).findFirst().orElse(1);
    }
}
