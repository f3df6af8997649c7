package org.orrery.learning.models;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.orrery.learning.ClassWeighting;
import org.orrery.learning.Numbers;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;

/** Five numbers of 20 bits per row and three classes, made of linear congruential numbers. */
record Problem(double[][] columns, int[] labels) {
    static final int CLASSES = 3;

    static Problem of(int rows, long seed) {
        Numbers numbers = new Numbers(seed);
        double[][] columns = new double[5][rows];
        int[] labels = new int[rows];
        double unit = 1 << 20;
        for (int i = 0; i < rows; i++) {
            for (double[] column : columns) {
                column[i] = numbers.next() >> 11;
            }
            double noise = numbers.share();
            double z = columns[0][i] / unit + (columns[1][i] / unit) * (columns[2][i] / unit) - 0.3 * (columns[3][i] / unit);
            int label = z < 0.5 ? 0 : z < 0.9 ? 1 : 2;
            labels[i] = noise < 0.1 ? (label + 1) % 3 : label;
        }
        return new Problem(columns, labels);
    }

    DesignMatrix matrix(int from, int to) {
        double[][] part = Arrays.stream(columns).map(column -> Arrays.copyOfRange(column, from, to)).toArray(double[][]::new);
        return new DesignMatrix(part, to - from, List.of("a", "b", "c", "d", "e"));
    }

    TrainingSet training(int to, ClassWeighting weighting) {
        int[] own = Arrays.copyOf(labels, to);
        return new TrainingSet(matrix(0, to), own, CLASSES, weighting.weights(own, CLASSES));
    }

    /** The sums over rows of the probability of each class, the rows weighted by 1, 2, 3 … */
    static double[] weightedSums(double[] probabilities) {
        double[] sums = new double[CLASSES];
        IntStream.range(0, probabilities.length).forEach(i -> sums[i % CLASSES] += probabilities[i] * (i / CLASSES + 1));
        return sums;
    }
}
