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
    MOST_FREQUENT(in -> ConstantModel.read(ClassifierKind.valueOf("MOST_FREQUENT"), in)),
    /** Guesses each class as often as it occurs. */
    STRATIFIED(in -> StratifiedModel.read(ClassifierKind.valueOf("STRATIFIED"), in)),
    /** Guesses every class as often as any other. */
    UNIFORM(in -> StratifiedModel.read(ClassifierKind.valueOf("UNIFORM"), in)),
    /** Always one class that was chosen, the positive one for example. */
    CONSTANT(in -> ConstantModel.read(ClassifierKind.valueOf("CONSTANT"), in)),
    /** Logistic regression with an L2 penalty, multinomial for more than two classes. */
    LOGISTIC_REGRESSION(LogisticRegressionModel::read),
    /** A linear support vector machine with probabilities by Platt's scaling. */
    LINEAR_SVM(LinearSvmModel::read),
    /** Naive Bayes with normal distributions. */
    GAUSSIAN_NAIVE_BAYES(GaussianNaiveBayesModel::read),
    /** The most similar training rows. */
    K_NEAREST_NEIGHBOURS(NearestNeighboursModel::read),
    /** A classification tree. */
    DECISION_TREE(DecisionTreeModel::read),
    /** Trees grown on rows and columns drawn by chance. */
    RANDOM_FOREST(in -> ForestModel.read(ClassifierKind.valueOf("RANDOM_FOREST"), in)),
    /** Trees split at random places. */
    EXTRA_TREES(in -> ForestModel.read(ClassifierKind.valueOf("EXTRA_TREES"), in)),
    /** Trees that each correct those before. */
    GRADIENT_BOOSTING(GradientBoostingModel::read),
    /** A support vector machine with a kernel. */
    KERNEL_SVM(KernelSvmModel::read),
    /** A neural network of some hidden layers. */
    MULTI_LAYER_PERCEPTRON(MultiLayerPerceptronModel::read);

    /** Reads what {@link ClassifierModel#write} has written. */
    @FunctionalInterface
    private interface Reader {
        ClassifierModel read(ModelInput in) throws IOException;
    }

    private final Reader reader;

    ClassifierKind(Reader reader) {
        this.reader = reader;
    }

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

    /** Reads a model of this kind from a file. */
    public ClassifierModel read(ModelInput in) throws IOException {
        return reader.read(in);
    }
}
