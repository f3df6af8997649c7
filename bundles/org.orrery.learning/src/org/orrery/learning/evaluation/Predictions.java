package org.orrery.learning.evaluation;

/**
 * Predictions of one model for rows whose class is known, with everything that follows from them.
 *
 * @param actual the class of each row
 * @param predicted the predicted class of each row
 * @param probabilities the probability of each class, row by row
 * @param confusion the actual against the predicted classes
 * @param tallies one score tally for two classes, that of the positive class; else one per class
 * @param calibrations as the tallies
 * @param measures the measures
 */
public record Predictions(int[] actual, int[] predicted, double[] probabilities, Confusion confusion, ScoreTally[] tallies,
        Calibration[] calibrations, ClassificationMeasures measures) {
    /**
     * Evaluates probabilities. The most probable class is predicted, the first of equals; or, for two classes and a threshold,
     * the positive class where its probability reaches the threshold.
     *
     * @param actual the class of each row, from 0
     * @param probabilities the probability of each class, row by row; not changed after the call
     * @param classes how many classes there are
     * @param positive the positive class for two classes, −1 for more
     * @param threshold NaN for the most probable class
     */
    public static Predictions of(int[] actual, double[] probabilities, int classes, int positive, double threshold) {
        int[] predicted = new int[actual.length];
        for (int i = 0; i < actual.length; i++) {
            predicted[i] = positive < 0 || Double.isNaN(threshold) ? mostProbable(probabilities, i * classes, classes)
                    : probabilities[i * classes + positive] >= threshold ? positive : 1 - positive;
        }
        Confusion confusion = Confusion.of(actual, predicted, classes);
        int curves = positive < 0 ? classes : 1;
        ScoreTally[] tallies = new ScoreTally[curves];
        Calibration[] calibrations = new Calibration[curves];
        double[] scores = new double[actual.length];
        boolean[] own = new boolean[actual.length];
        for (int k = 0; k < curves; k++) {
            int label = positive < 0 ? k : positive;
            for (int i = 0; i < actual.length; i++) {
                scores[i] = probabilities[i * classes + label];
                own[i] = actual[i] == label;
            }
            tallies[k] = ScoreTally.of(scores, own);
            calibrations[k] = Calibration.of(scores, own);
        }
        ClassificationMeasures measures = ClassificationMeasures.of(confusion, actual, probabilities, tallies, positive);
        return new Predictions(actual, predicted, probabilities, confusion, tallies, calibrations, measures);
    }

    private static int mostProbable(double[] probabilities, int at, int classes) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (probabilities[at + c] > probabilities[at + best]) {
                best = c;
            }
        }
        return best;
    }
}
