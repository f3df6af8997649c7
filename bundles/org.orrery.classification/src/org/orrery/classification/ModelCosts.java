package org.orrery.classification;

import org.orrery.learning.ClassifierKind;

/** How long models take, for estimates and for the weight of units in the progress: measured once, right to a factor of a few. */
final class ModelCosts {
    /** So many products of numbers the importance of features may cost a model that compares rows with training rows. */
    static final double MOST_COMPARISONS = 2e11;

    private ModelCosts() {
    }

    /** Seconds of training for each value of the design matrix. */
    static double secondsPerValue(ClassifierKind kind) {
        return switch (kind) {
            case MOST_FREQUENT, UNIFORM, CONSTANT -> 1e-8;
            case LOGISTIC_REGRESSION -> 1.5e-7;
            case LINEAR_SVM -> 3e-7;
            case STRATIFIED, GAUSSIAN_NAIVE_BAYES -> 3e-8;
            case K_NEAREST_NEIGHBOURS -> 1e-6;
            case DECISION_TREE -> 3e-7;
            case RANDOM_FOREST -> 2e-6;
            case EXTRA_TREES -> 1.5e-6;
            case GRADIENT_BOOSTING -> 5e-7;
            case MULTI_LAYER_PERCEPTRON -> 3e-6;
            case KERNEL_SVM -> 2e-5;
        };
    }

    /** The cost of a unit relative to one of logistic regression. */
    static double relative(ClassifierKind kind) {
        return secondsPerValue(kind) / secondsPerValue(ClassifierKind.LOGISTIC_REGRESSION);
    }

    /** Whether predicting a row costs as much as there are training rows: known by the word, so that models need not say it. */
    static boolean remembersRows(ClassifierKind kind) {
        return kind.id().contains("neighbour") || kind.id().contains("kernel");
    }
}
