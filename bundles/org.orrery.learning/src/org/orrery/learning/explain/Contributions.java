package org.orrery.learning.explain;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;

import org.orrery.learning.ClassifierModel;
import org.orrery.learning.encoding.DesignMatrix;

/**
 * How much each feature of a row moves the probability of a class away from its mean over other rows: Shapley values (L. S. Shapley,
 * 1953) of the game in which the features that take part have the values of the row and the others those of a background row, which
 * breaks what goes together among features. With few features all sets of them are gone through; with more, they are sampled by
 * permutations and their reverses (E. Štrumbelj, I. Kononenko: Explaining prediction models and individual predictions with feature
 * contributions. Knowledge and Information Systems 41, 2014). Either way the contributions add up to the difference exactly.
 * Immutable and thread-safe.
 */
public final class Contributions {
    /** Up to so many features all sets are gone through. */
    static final int MOST_EXACT = 8;
    private static final int BLOCK = 4096;

    private final ClassifierModel model;
    private final int[] starts;
    private final DesignMatrix background;

    /**
     * @param model takes encoded rows
     * @param starts the first column of each feature, and last the number of columns
     * @param background encoded rows to compare with, at least one
     */
    public Contributions(ClassifierModel model, int[] starts, DesignMatrix background) {
        if (background.rows() == 0) {
            throw new IllegalArgumentException("There is no row to compare with");
        }
        this.model = model;
        this.starts = starts.clone();
        this.background = background;
    }

    /** The mean probability of a class over the rows to compare with. */
    public double base(int label, Runnable poll) {
        double[] all = model.probabilities(background, poll);
        double sum = 0;
        for (int row = 0; row < background.rows(); row++) {
            sum += all[row * model.classes() + label];
        }
        return sum / background.rows();
    }

    /**
     * The contribution of each feature to the probability of a class.
     *
     * @param rows encoded like those to compare with
     * @param row which of them
     * @param seed decides the permutations; the same gives the same
     * @param poll called at least every 100 ms; what it throws ends the work
     */
    public double[] of(DesignMatrix rows, int row, int label, long seed, Runnable poll) {
        double[] own = new double[rows.width()];
        for (int j = 0; j < own.length; j++) {
            own[j] = rows.column(j)[row];
        }
        return starts.length - 1 <= MOST_EXACT ? exact(own, label, poll) : sampled(own, label, new Random(seed), poll);
    }

    private double[] exact(double[] own, int label, Runnable poll) {
        int features = starts.length - 1;
        double[] values = new double[1 << features];
        for (int set = 0; set < values.length; set++) {
            Chain chain = new Chain(own, label);
            for (int b = 0; b < background.rows(); b++) {
                chain.start(b);
                for (int feature = 0; feature < features; feature++) {
                    if ((set >> feature & 1) != 0) {
                        chain.take(feature);
                    }
                }
                chain.add();
            }
            values[set] = Arrays.stream(chain.values(poll)).average().orElseThrow();
        }
        double[] contributions = new double[features];
        for (int set = 0; set < values.length; set++) {
            for (int feature = 0; feature < features; feature++) {
                if ((set >> feature & 1) == 0) {
                    contributions[feature] += weight(Integer.bitCount(set), features) * (values[set | 1 << feature] - values[set]);
                }
            }
        }
        return contributions;
    }

    /** |S|! (n − |S| − 1)! / n!, as one over n times the number of sets of that size among the others. */
    private static double weight(int size, int features) {
        double sets = 1;
        for (int i = 0; i < size; i++) {
            sets = sets * (features - 1 - i) / (i + 1);
        }
        return 1 / (features * sets);
    }

    private double[] sampled(double[] own, int label, RandomGenerator random, Runnable poll) {
        int features = starts.length - 1;
        double[] contributions = new double[features];
        int[] order = new int[features];
        Arrays.setAll(order, i -> i);
        for (int b = 0; b < background.rows(); b++) {
            for (int i = features - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            for (boolean reversed : new boolean[] {false, true}) {
                Chain chain = new Chain(own, label);
                chain.start(b);
                chain.add();
                for (int i = 0; i < features; i++) {
                    chain.take(order[reversed ? features - 1 - i : i]);
                    chain.add();
                }
                double[] values = chain.values(poll);
                for (int i = 0; i < features; i++) {
                    contributions[order[reversed ? features - 1 - i : i]] += (values[i + 1] - values[i]) / (2.0 * background.rows());
                }
            }
        }
        return contributions;
    }

    /** Rows between a background row and the explained one, predicted together. */
    private final class Chain {
        private final double[] own;
        private final int label;
        private final double[] now;
        private double[][] columns = new double[background.width()][16];
        private int count;

        Chain(double[] own, int label) {
            this.own = own;
            this.label = label;
            this.now = new double[own.length];
        }

        void start(int row) {
            for (int j = 0; j < now.length; j++) {
                now[j] = background.column(j)[row];
            }
        }

        void take(int feature) {
            System.arraycopy(own, starts[feature], now, starts[feature], starts[feature + 1] - starts[feature]);
        }

        void add() {
            for (int j = 0; j < now.length; j++) {
                if (count == columns[j].length) {
                    columns[j] = Arrays.copyOf(columns[j], 2 * count);
                }
                columns[j][count] = now[j];
            }
            count++;
        }

        double[] values(Runnable poll) {
            double[] values = new double[count];
            DesignMatrix matrix = new DesignMatrix(columns, count, background.names());
            for (int from = 0; from < count; from += BLOCK) {
                poll.run();
                int to = Math.min(count, from + BLOCK);
                double[] all = model.probabilities(from == 0 && to == count ? matrix : matrix.rows(from, to), poll);
                for (int i = from; i < to; i++) {
                    values[i] = all[(i - from) * model.classes() + label];
                }
            }
            return values;
        }
    }
}
