package org.orrery.classification;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.orrery.analysis.StoredRows;
import org.orrery.data.Table;

/**
 * The out-of-fold predictions of one model in the first repetition, each row once, by ascending row.
 *
 * @param rows the positions of the rows in the data, ascending
 * @param actual the class of each
 * @param predicted the predicted class of each
 * @param probabilities the probability of each class, row by row
 */
record StoredPredictions(int[] rows, int[] actual, int[] predicted, double[] probabilities) {
    /** The beginning of the names of the columns of probabilities. */
    static final String PREFIX = "p.";

    /** Reads them; @param poll called at least every 100 ms. */
    static StoredPredictions of(StoredRows stored, String model, List<String> classes, Runnable poll) {
        Reader reader = new Reader(model, classes);
        stored.forEachBlock(block -> {
            poll.run();
            reader.add(block);
        });
        return reader.sorted();
    }

    int size() {
        return rows.length;
    }

    private static final class Reader {
        private final String model;
        private final List<String> classes;
        private final Map<String, Integer> labels = new HashMap<>();
        private int[] rows = new int[1024];
        private int[] actual = new int[1024];
        private int[] predicted = new int[1024];
        private double[] probabilities;
        private int count;

        Reader(String model, List<String> classes) {
            this.model = model;
            this.classes = classes;
            this.probabilities = new double[1024 * classes.size()];
            classes.forEach(name -> labels.put(name, labels.size()));
        }

        void add(Table block) {
            int own = block.schema().indexOf("model");
            int repeat = block.schema().indexOf(FoldEvaluation.REPEAT);
            // A block is of one model and one repetition.
            if (block.rows() == 0 || !model.equals(block.value(0, own)) || !Long.valueOf(1).equals(block.value(0, repeat))) {
                return;
            }
            reserve(count + block.rows());
            int row = block.schema().indexOf("row");
            int is = block.schema().indexOf("actual");
            int said = block.schema().indexOf("predicted");
            int first = block.schema().indexOf(PREFIX + classes.get(0));
            for (int i = 0; i < block.rows(); i++) {
                rows[count] = (int) ((Long) block.value(i, row) - 1);
                actual[count] = labels.get((String) block.value(i, is));
                predicted[count] = labels.get((String) block.value(i, said));
                for (int c = 0; c < classes.size(); c++) {
                    probabilities[count * classes.size() + c] = block.column(first + c).asDouble(i);
                }
                count++;
            }
        }

        private void reserve(int size) {
            if (size > rows.length) {
                int larger = Math.max(size, rows.length * 2);
                rows = Arrays.copyOf(rows, larger);
                actual = Arrays.copyOf(actual, larger);
                predicted = Arrays.copyOf(predicted, larger);
                probabilities = Arrays.copyOf(probabilities, Math.multiplyExact(larger, classes.size()));
            }
        }

        StoredPredictions sorted() {
            long[] keys = new long[count];
            Arrays.setAll(keys, i -> (long) rows[i] << 32 | i);
            Arrays.sort(keys);
            int width = classes.size();
            StoredPredictions sorted = new StoredPredictions(new int[count], new int[count], new int[count], new double[count * width]);
            for (int i = 0; i < count; i++) {
                int from = (int) keys[i];
                sorted.rows[i] = rows[from];
                sorted.actual[i] = actual[from];
                sorted.predicted[i] = predicted[from];
                System.arraycopy(probabilities, from * width, sorted.probabilities, i * width, width);
            }
            return sorted;
        }
    }
}
