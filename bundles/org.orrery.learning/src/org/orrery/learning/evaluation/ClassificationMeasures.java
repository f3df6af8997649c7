package org.orrery.learning.evaluation;

/**
 * The measures of one set of predictions. One that is not defined is NaN. Conventions are those of scikit-learn: precision,
 * recall and F1 of a class without predictions or rows count as 0 in macro means, Matthews' coefficient is 0 when either
 * side is constant.
 *
 * @param accuracy see {@link ClassificationMeasure}, as all others
 */
public record ClassificationMeasures(double accuracy, double balancedAccuracy, double f1Macro, double logLoss, double rocAuc,
        double averagePrecision, double mcc, double kappa, double brier, double precisionMacro, double recallMacro,
        double f1Weighted, double errorRate, double f1Micro, double precisionWeighted, double recallWeighted, double rocAucWeighted,
        double rocAucOvo) {
    private static final double CLIP = 1e-15;

    /**
     * Measures predictions.
     *
     * @param confusion the actual against the predicted classes
     * @param actual the class of each row
     * @param probabilities the probability of each class, row by row
     * @param tallies the score tally of each class against the rest; for two classes that of the positive class alone
     * @param positive the positive class for two classes, −1 for more
     */
    public static ClassificationMeasures of(Confusion confusion, int[] actual, double[] probabilities, ScoreTally[] tallies,
            int positive) {
        double auc = 0;
        double precision = 0;
        for (ScoreTally tally : tallies) {
            auc += tally.rocAuc() / tallies.length;
            precision += tally.averagePrecision() / tallies.length;
        }
        int classes = confusion.classes();
        return new ClassificationMeasures(confusion.accuracy(), confusion.balancedAccuracy(), confusion.f1Macro(),
                logLoss(actual, probabilities, classes), auc, precision, confusion.mcc(), confusion.kappa(),
                brier(actual, probabilities, classes, positive), confusion.precisionMacro(), confusion.recallMacro(),
                confusion.f1Weighted(), 1 - confusion.accuracy(), confusion.accuracy(), confusion.precisionWeighted(),
                confusion.recallWeighted(), weightedAuc(tallies), tallies.length == 1 ? auc : PairwiseAuc.mean(actual, probabilities, classes));
    }

    /** The weights are the rows of each class; a class without rows has no area and no weight. */
    private static double weightedAuc(ScoreTally[] tallies) {
        if (tallies.length == 1) {
            return tallies[0].rocAuc();
        }
        double sum = 0;
        long rows = 0;
        for (ScoreTally tally : tallies) {
            long own = tally.allPositives();
            if (own > 0) {
                sum += tally.rocAuc() * own;
                rows += own;
            }
        }
        return sum / rows;
    }

    /** The value of that measure. */
    public double value(ClassificationMeasure measure) {
        return switch (measure) {
            case ACCURACY -> accuracy;
            case BALANCED_ACCURACY -> balancedAccuracy;
            case F1_MACRO -> f1Macro;
            case LOG_LOSS -> logLoss;
            case ROC_AUC -> rocAuc;
            case AVERAGE_PRECISION -> averagePrecision;
            case MCC -> mcc;
            case KAPPA -> kappa;
            case BRIER -> brier;
            case PRECISION_MACRO -> precisionMacro;
            case RECALL_MACRO -> recallMacro;
            case F1_WEIGHTED -> f1Weighted;
            case ERROR_RATE -> errorRate;
            case F1_MICRO -> f1Micro;
            case PRECISION_WEIGHTED -> precisionWeighted;
            case RECALL_WEIGHTED -> recallWeighted;
            case ROC_AUC_WEIGHTED -> rocAucWeighted;
            case ROC_AUC_OVO -> rocAucOvo;
        };
    }

    private static double logLoss(int[] actual, double[] probabilities, int classes) {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum -= Math.log(Math.min(Math.max(probabilities[i * classes + actual[i]], CLIP), 1 - CLIP));
        }
        return sum / actual.length;
    }

    private static double brier(int[] actual, double[] probabilities, int classes, int positive) {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            for (int c = 0; c < classes; c++) {
                if (positive < 0 || c == positive) {
                    double error = probabilities[i * classes + c] - (actual[i] == c ? 1 : 0);
                    sum += error * error;
                }
            }
        }
        return sum / actual.length;
    }
}
