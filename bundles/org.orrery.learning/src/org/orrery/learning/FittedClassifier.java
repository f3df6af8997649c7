package org.orrery.learning;

import java.util.Arrays;
import java.util.List;

import org.orrery.data.Table;
import org.orrery.learning.encoding.Encoder;

/**
 * A trained model with the encoder it was trained with: it takes rows as they stand in the data. Immutable and
 * thread-safe.
 *
 * @param encoder turns columns into numbers
 * @param model the model
 * @param classes the names of the classes, in the order of the probabilities
 */
public record FittedClassifier(Encoder encoder, ClassifierModel model, List<String> classes) {
    private static final int BLOCK = 65_536;

    public FittedClassifier {
        classes = List.copyOf(classes);
    }

    /**
     * The probability of each class for each of these rows, row by row.
     *
     * @param table holds at least the columns of the encoder
     * @param rows positions in the table
     * @param poll called at least every 100 ms; what it throws ends the work
     */
    public double[] probabilities(Table table, int[] rows, Runnable poll) {
        double[] all = new double[Math.multiplyExact(rows.length, classes.size())];
        for (int from = 0; from < rows.length; from += BLOCK) {
            int[] block = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + BLOCK));
            double[] some = model.probabilities(encoder.encode(table, block, poll), poll);
            System.arraycopy(some, 0, all, from * classes.size(), some.length);
        }
        return all;
    }
}
