package org.orrery.learning.evaluation;

import java.util.Optional;

/** The measures of a classifier, in the order of tables. */
public enum ClassificationMeasure {
    /** The share of rows predicted right. */
    ACCURACY("accuracy", true),
    /** The mean over classes of the share of its rows that are predicted right. */
    BALANCED_ACCURACY("balancedAccuracy", true),
    /** The mean over classes of the harmonic mean of precision and recall. */
    F1_MACRO("f1Macro", true),
    /** The mean of −ln of the probability given to the actual class, probabilities clipped to 1e-15. */
    LOG_LOSS("logLoss", false),
    /** The area under the ROC curve; for more than two classes the mean of one class against the rest. */
    ROC_AUC("rocAuc", true),
    /** The mean of precision over the steps of recall; for more than two classes the mean of one class against the rest. */
    AVERAGE_PRECISION("averagePrecision", true),
    /** Matthews' correlation coefficient. */
    MCC("mcc", true),
    /** Cohen's kappa. */
    KAPPA("kappa", true),
    /** The mean squared error of the probability of the positive class; for more than two classes summed over classes. */
    BRIER("brier", false),
    /** The mean over classes of precision. */
    PRECISION_MACRO("precisionMacro", true),
    /** The mean over classes of recall. */
    RECALL_MACRO("recallMacro", true),
    /** The mean over classes of F1, weighted by their rows. */
    F1_WEIGHTED("f1Weighted", true),
    /** The share of rows predicted wrong. */
    ERROR_RATE("errorRate", false),
    /** F1 of all classes counted together; with one class per row also precision, recall and accuracy counted so. */
    F1_MICRO("f1Micro", true),
    /** The mean over classes of precision, weighted by their rows. */
    PRECISION_WEIGHTED("precisionWeighted", true),
    /** The mean over classes of recall, weighted by their rows. */
    RECALL_WEIGHTED("recallWeighted", true),
    /** The area under the ROC curve of one class against the rest, weighted by the rows of the class; for two classes as ROC_AUC. */
    ROC_AUC_WEIGHTED("rocAucWeighted", true),
    /**
     * The mean over pairs of classes of the area under the ROC curve (D. J. Hand and R. J. Till, Machine Learning 45, 2001); for two
     * classes as ROC_AUC.
     */
    ROC_AUC_OVO("rocAucOvo", true);

    private final String id;
    private final boolean higherBetter;

    ClassificationMeasure(String id, boolean higherBetter) {
        this.id = id;
        this.higherBetter = higherBetter;
    }

    /** The stable name of figures and columns. */
    public String id() {
        return id;
    }

    /** Whether a higher value is better. */
    public boolean higherBetter() {
        return higherBetter;
    }

    /** Whether the first value is truly better; a value that is not defined never is, and is worse than any other. */
    public boolean better(double value, double than) {
        if (Double.isNaN(value) || Double.isNaN(than)) {
            return !Double.isNaN(value);
        }
        return higherBetter ? value > than : value < than;
    }

    /** The measure of that name; empty when there is none. */
    public static Optional<ClassificationMeasure> byId(String id) {
        for (ClassificationMeasure measure : values()) {
            if (measure.id.equals(id)) {
                return Optional.of(measure);
            }
        }
        return Optional.empty();
    }
}
