package org.orrery.learning.encoding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.orrery.data.ColumnVector;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.math.Quantiles;

/**
 * Rows far from the middle. The distance of a row is the sum, over all columns of numbers, of the squares of how many robust deviations its
 * value is from the median; a robust deviation is the median absolute deviation divided by 0.6745, so that it is the standard deviation of
 * normal values (Hampel 1974). Columns in which it is 0, texts and missing values tell nothing.
 */
public final class Outliers {
    /** The median absolute deviation of the standard normal distribution. */
    private static final double NORMAL = 0.6744897501960817;

    private Outliers() {
    }

    /**
     * The rows that are left when the farthest are taken away. No class loses more than half of its rows, since a rare class can lie apart as
     * a whole.
     *
     * @param rows positions in the table
     * @param labels the class of each row of the table, from 0
     * @param share which share is taken away, rounded down to whole rows
     * @param poll called at least every 100 ms; what it throws ends the work
     * @return in the order of {@code rows}
     */
    public static int[] without(Table features, int[] rows, int[] labels, double share, Runnable poll) {
        int most = (int) (share * rows.length);
        if (most == 0) {
            return rows;
        }
        double[] distances = distances(features, rows, poll);
        int[] left = new int[Arrays.stream(rows).map(row -> labels[row]).max().orElse(0) + 1];
        Arrays.stream(rows).forEach(row -> left[labels[row]]++);
        Arrays.setAll(left, label -> left[label] / 2);
        boolean[] taken = new boolean[rows.length];
        int count = 0;
        for (int i : IntStream.range(0, rows.length).boxed().sorted(Comparator.comparingDouble(i -> -distances[i])).mapToInt(i -> i).toArray()) {
            if (count < most && distances[i] > 0 && left[labels[rows[i]]] > 0) {
                taken[i] = true;
                left[labels[rows[i]]]--;
                count++;
            }
        }
        return IntStream.range(0, rows.length).filter(i -> !taken[i]).map(i -> rows[i]).toArray();
    }

    private static double[] distances(Table features, int[] rows, Runnable poll) {
        double[] distances = new double[rows.length];
        for (int j = 0; j < features.schema().size(); j++) {
            poll.run();
            if (!(features.column(j) instanceof TextVector)) {
                add(Feature.of(features.schema().columns().get(j)), features.column(j), rows, distances);
            }
        }
        return distances;
    }

    private static void add(Feature feature, ColumnVector values, int[] rows, double[] distances) {
        double[] numbers = Arrays.stream(rows).mapToDouble(row -> feature.number(values, row)).toArray();
        double median = median(numbers);
        double deviation = median(Arrays.stream(numbers).map(number -> Math.abs(number - median)).toArray()) / NORMAL;
        if (!(deviation > 0)) {
            return;
        }
        for (int i = 0; i < rows.length; i++) {
            double away = (numbers[i] - median) / deviation;
            distances[i] += Double.isNaN(away) ? 0 : away * away;
        }
    }

    /** Of the values that are there; NaN for none. */
    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        return Quantiles.linear(sorted, sorted.length, 0.5);
    }
}
