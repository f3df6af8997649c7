package org.orrery.learning.encoding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Finds the columns that a selection keeps. */
final class ColumnFilter {
    private static final int MOST_ROWS = 20_000;

    private final ColumnSelection selection;
    private final DesignMatrix matrix;
    private final int[] labels;
    private final int classes;
    private final Runnable poll;

    /** @param labels the class of each row of the matrix */
    ColumnFilter(ColumnSelection selection, DesignMatrix matrix, int[] labels, int classes, Runnable poll) {
        this.selection = selection;
        this.matrix = matrix;
        this.labels = labels;
        this.classes = classes;
        this.poll = poll;
    }

    /** The kept columns, rising; one at least, if there is any. */
    int[] kept() {
        double[] values = new double[matrix.width()];
        for (int j = 0; j < values.length; j++) {
            poll.run();
            values[j] = variance(matrix.column(j));
        }
        int[] varied = IntStream.range(0, values.length).filter(j -> mostFrequent(matrix.column(j)) <= selection.mostFrequentShare()).toArray();
        int[] apart = apart(varied, values);
        int[] ranked = Arrays.stream(apart).boxed().sorted(Comparator.comparingDouble(j -> -values[j])).mapToInt(Integer::intValue).toArray();
        int count = Math.max(1, (int) Math.ceil(selection.keptShare() * ranked.length));
        int[] kept = Arrays.stream(ranked).limit(count).sorted().toArray();
        return kept.length > 0 || values.length == 0 ? kept
                : new int[] {IntStream.range(0, values.length).boxed().max(Comparator.comparingDouble(j -> values[j])).orElseThrow()};
    }

    private double mostFrequent(double[] column) {
        poll.run();
        if (selection.mostFrequentShare() == 1) {
            return 0;
        }
        double[] sorted = Arrays.copyOf(column, matrix.rows());
        Arrays.sort(sorted);
        int longest = 0;
        int run = 0;
        for (int i = 0; i < sorted.length; i++) {
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return sorted.length == 0 ? 0 : longest / (double) sorted.length;
    }

    /** The F value: how far the means of classes are apart, against how far values are spread inside them; 0 where it is not defined. */
    private double variance(double[] column) {
        double[] sums = new double[classes];
        int[] counts = new int[classes];
        for (int i = 0; i < matrix.rows(); i++) {
            sums[labels[i]] += column[i];
            counts[labels[i]]++;
        }
        double mean = Arrays.stream(sums).sum() / matrix.rows();
        double between = 0;
        int present = 0;
        for (int label = 0; label < classes; label++) {
            if (counts[label] > 0) {
                present++;
                double distance = sums[label] / counts[label] - mean;
                between += counts[label] * distance * distance;
            }
        }
        double within = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            double distance = column[i] - sums[labels[i]] / counts[labels[i]];
            within += distance * distance;
        }
        double value = between / (present - 1) / (within / (matrix.rows() - present));
        return Double.isNaN(value) ? 0 : value;
    }

    private int[] apart(int[] columns, double[] values) {
        if (selection.correlation() == 1) {
            return columns;
        }
        int step = Math.max(1, matrix.rows() / MOST_ROWS);
        double[][] standard = Arrays.stream(columns).mapToObj(j -> standardised(matrix.column(j), step)).toArray(double[][]::new);
        boolean[] left = new boolean[columns.length];
        for (int a = 0; a < columns.length; a++) {
            poll.run();
            for (int b = 0; b < a && !left[a]; b++) {
                if (!left[b] && Math.abs(product(standard[a], standard[b])) > selection.correlation()) {
                    left[values[columns[a]] > values[columns[b]] ? b : a] = true;
                }
            }
        }
        return IntStream.range(0, columns.length).filter(i -> !left[i]).map(i -> columns[i]).toArray();
    }

    /** Mean 0, sum of squares 1; all 0 for a constant column. */
    private double[] standardised(double[] column, int step) {
        double[] own = IntStream.iterate(0, i -> i < matrix.rows(), i -> i + step).mapToDouble(i -> column[i]).toArray();
        double mean = Arrays.stream(own).average().orElse(0);
        double squares = Arrays.stream(own).map(value -> (value - mean) * (value - mean)).sum();
        double length = Math.sqrt(squares);
        return Arrays.stream(own).map(value -> length > 0 && Double.isFinite(length) ? (value - mean) / length : 0).toArray();
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
