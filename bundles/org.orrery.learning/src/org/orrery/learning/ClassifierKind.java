package org.orrery.learning;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import org.orrery.learning.file.ModelInput;
import org.orrery.learning.models.ConstantModel;
import org.orrery.learning.models.DecisionTreeModel;
import org.orrery.learning.models.ForestModel;
import org.orrery.learning.models.GaussianNaiveBayesModel;
import org.orrery.learning.models.GradientBoostingModel;
import org.orrery.learning.models.KernelSvmModel;
import org.orrery.learning.models.LinearSvmModel;
import org.orrery.learning.models.LogisticRegressionModel;
import org.orrery.learning.models.MultiLayerPerceptronModel;
import org.orrery.learning.models.NearestNeighboursModel;
import org.orrery.learning.models.StratifiedModel;

/** The kinds of classifiers, simplest first; where two are equally good the earlier one is preferred. */
public enum ClassifierKind {
    /** Always the most frequent class: what any other model must beat. */
    MOST_FREQUENT,
    /** Guesses each class as often as it occurs. */
    STRATIFIED,
    /** Guesses every class as often as any other. */
    UNIFORM,
    /** Always one class that was chosen, the positive one for example. */
    CONSTANT,
    /** Logistic regression with an L2 penalty, multinomial for more than two classes. */
    LOGISTIC_REGRESSION,
    /** A linear support vector machine with probabilities by Platt's scaling. */
    LINEAR_SVM,
    /** Naive Bayes with normal distributions. */
    GAUSSIAN_NAIVE_BAYES,
    /** The most similar training rows. */
    K_NEAREST_NEIGHBOURS,
    /** A classification tree. */
    DECISION_TREE,
    /** Trees grown on rows and columns drawn by chance. */
    RANDOM_FOREST,
    /** Trees split at random places. */
    EXTRA_TREES,
    /** Trees that each correct those before. */
    GRADIENT_BOOSTING,
    /** A support vector machine with a kernel. */
    KERNEL_SVM,
    /** A neural network of some hidden layers. */
    MULTI_LAYER_PERCEPTRON;

    /** The stable word of tables, unit ids and files: kebab-case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it looks at no feature: what any other model must beat. */
    public boolean isBaseline() {
        return switch (this) {
            case MOST_FREQUENT, STRATIFIED, UNIFORM, CONSTANT -> true;
            default -> false;
        };
    }

    /** The kind of that word; empty when there is none. */
    public static Optional<ClassifierKind> byId(String id) {
        for (ClassifierKind kind : values()) {
            if (kind.id().equals(id)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Reads what {@link ClassifierModel#write} has written for a model of this kind. */
    public ClassifierModel read(ModelInput in) throws IOException {
        // Not a method reference for each kind: all of them would be linked before the first model is trained.
        return switch (this) {
            case MOST_FREQUENT, CONSTANT -> ConstantModel.read(this, in);
            case STRATIFIED, UNIFORM -> StratifiedModel.read(this, in);
            case LOGISTIC_REGRESSION -> LogisticRegressionModel.read(in);
            case LINEAR_SVM -> LinearSvmModel.read(in);
            case GAUSSIAN_NAIVE_BAYES -> GaussianNaiveBayesModel.read(in);
            case K_NEAREST_NEIGHBOURS -> NearestNeighboursModel.read(in);
            case DECISION_TREE -> DecisionTreeModel.read(in);
            case RANDOM_FOREST, EXTRA_TREES -> ForestModel.read(this, in);
            case GRADIENT_BOOSTING -> GradientBoostingModel.read(in);
            case KERNEL_SVM -> KernelSvmModel.read(in);
            case MULTI_LAYER_PERCEPTRON -> MultiLayerPerceptronModel.read(in);
        };
    }
}
