package org.orrery.learning.evaluation;

/** The area under the ROC curve of more than two classes, pair by pair. */
final class PairwiseAuc {
    private PairwiseAuc() {
    }

    /**
     * The mean over all pairs of classes that both have rows of the two areas that their own probabilities give for telling them apart;
     * NaN when fewer than two classes have rows (D. J. Hand and R. J. Till, Machine Learning 45, 2001).
     */
    static double mean(int[] actual, double[] probabilities, int classes) {
        int[][] members = members(actual, classes);
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < classes; a++) {
            for (int b = a + 1; b < classes; b++) {
                if (members[a].length > 0 && members[b].length > 0) {
                    sum += (area(members[a], members[b], a, probabilities, classes) + area(members[b], members[a], b, probabilities, classes)) / 2;
                    pairs++;
                }
            }
        }
        return sum / pairs;
    }

    private static int[][] members(int[] actual, int classes) {
        int[] sizes = new int[classes];
        for (int label : actual) {
            sizes[label]++;
        }
        int[][] members = new int[classes][];
        for (int c = 0; c < classes; c++) {
            members[c] = new int[sizes[c]];
        }
        int[] filled = new int[classes];
        for (int i = 0; i < actual.length; i++) {
            members[actual[i]][filled[actual[i]]++] = i;
        }
        return members;
    }

    private static double area(int[] own, int[] others, int label, double[] probabilities, int classes) {
        double[] scores = new double[own.length + others.length];
        boolean[] positive = new boolean[scores.length];
        for (int i = 0; i < own.length; i++) {
            scores[i] = probabilities[own[i] * classes + label];
            positive[i] = true;
        }
        for (int i = 0; i < others.length; i++) {
            scores[own.length + i] = probabilities[others[i] * classes + label];
        }
        return ScoreTally.of(scores, positive).rocAuc();
    }
}
