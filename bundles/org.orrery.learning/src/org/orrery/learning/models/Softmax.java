package org.orrery.learning.models;

/** Probabilities of scores: one score is the log-odds of the second of two classes, several are one per class. */
final class Softmax {
    private Softmax() {
    }

    /**
     * Writes the probabilities of one row.
     *
     * @param scores per output the scores of rows
     * @param row the row
     * @param all the probabilities of all rows
     * @param at where those of this row begin
     */
    static void probabilities(double[][] scores, int row, double[] all, int at, int classes) {
        if (scores.length == 1) {
            double small = Math.exp(-Math.abs(scores[0][row]));
            double larger = 1 / (1 + small);
            double smaller = small / (1 + small);
            all[at] = scores[0][row] >= 0 ? smaller : larger;
            all[at + 1] = scores[0][row] >= 0 ? larger : smaller;
            return;
        }
        double largest = Double.NEGATIVE_INFINITY;
        for (double[] output : scores) {
            largest = Math.max(largest, output[row]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            all[at + c] = Math.exp(scores[c][row] - largest);
            sum += all[at + c];
        }
        for (int c = 0; c < classes; c++) {
            all[at + c] /= sum;
        }
    }
}
