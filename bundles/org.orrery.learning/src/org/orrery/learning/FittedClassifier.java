package org.orrery.learning;

import java.util.Arrays;
import java.util.List;

import org.orrery.analysis.UnitCompute;
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
    private static final int LEAST_BLOCK = 1024;
    private static final int BLOCKS_PER_THREAD = 4;

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

    /**
     * The same on the threads of a unit; what comes out does not depend on how many they are.
     *
     * @throws Exception what a cancelled unit throws
     */
    public double[] probabilities(Table table, int[] rows, UnitCompute compute) throws Exception {
        double[] all = new double[Math.multiplyExact(rows.length, classes.size())];
        int wanted = compute.threads() * BLOCKS_PER_THREAD;
        int size = Math.min(BLOCK, Math.max(LEAST_BLOCK, (rows.length + wanted - 1) / wanted));
        compute.parallel((rows.length + size - 1) / size, block -> {
            int from = block * size;
            int[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + size));
            double[] part = model.probabilities(encoder.encode(table, some, compute::checkCancelled), compute::checkCancelled);
            System.arraycopy(part, 0, all, from * classes.size(), part.length);
        });
        return all;
    }
}
