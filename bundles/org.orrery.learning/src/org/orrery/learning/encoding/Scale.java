package org.orrery.learning.encoding;

import java.io.IOException;

import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.math.ExactSum;

/** Shifts each column by a mean and divides it by a deviation; empty arrays leave columns as they are. */
record Scale(double[] means, double[] deviations) {
    static final Scale NONE = new Scale(new double[0], new double[0]);
    /** Below this share of its mean a deviation is rounding, and the column is constant. */
    private static final double ROUNDING = 1e-14;
    /** Up to this the sum of the squares of any number of rows is finite. */
    private static final double LARGE = 1e140;

    /** Training mean and population standard deviation; 1 for a constant column. */
    static Scale of(DesignMatrix matrix, Runnable poll) {
        int rows = matrix.rows();
        double[] means = new double[matrix.width()];
        double[] deviations = new double[matrix.width()];
        for (int j = 0; j < matrix.width(); j++) {
            poll.run();
            double[] column = matrix.column(j);
            double shrink = shrink(column, rows);
            double mean = rows == 0 ? 0 : sum(column, rows, shrink) / rows;
            means[j] = mean / shrink;
            double deviation = rows == 0 ? 0 : Math.sqrt(squares(column, rows, shrink, mean) / rows) / shrink;
            deviations[j] = deviation <= ROUNDING * Math.abs(means[j]) || deviation == 0 ? 1 : deviation;
        }
        return new Scale(means, deviations);
    }

    private static double sum(double[] column, int rows, double shrink) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < rows; i++) {
            sum.add(column[i] * shrink);
        }
        return sum.value();
    }

    private static double squares(double[] column, int rows, double shrink, double mean) {
        ExactSum squares = new ExactSum();
        for (int i = 0; i < rows; i++) {
            double difference = column[i] * shrink - mean;
            squares.add(difference * difference);
        }
        return squares.value();
    }

    /** A power of two, which loses nothing, that keeps the squares of very large numbers finite; else 1. */
    private static double shrink(double[] column, int rows) {
        double largest = 0;
        for (int i = 0; i < rows; i++) {
            largest = Math.max(largest, Math.abs(column[i]));
        }
        return largest > LARGE && largest < Double.POSITIVE_INFINITY ? Math.scalb(1.0, -Math.getExponent(largest)) : 1;
    }

    void apply(double[][] columns, Runnable poll) {
        for (int j = 0; j < means.length; j++) {
            poll.run();
            apply(columns[j], means[j], deviations[j]);
        }
    }

    private static void apply(double[] column, double mean, double deviation) {
        for (int i = 0; i < column.length; i++) {
            double difference = column[i] - mean;
            // Two very large numbers of opposite sign: divided first, their difference is finite.
            column[i] = Double.isInfinite(difference) ? column[i] / deviation - mean / deviation : difference / deviation;
        }
    }

    void write(ModelOutput out) throws IOException {
        out.writeDoubles(means);
        out.writeDoubles(deviations);
    }

    static Scale read(ModelInput in) throws IOException {
        return new Scale(in.readDoubles(), in.readDoubles());
    }
}
