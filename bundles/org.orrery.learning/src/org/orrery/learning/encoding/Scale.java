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

    /** Training mean and population standard deviation; 1 for a constant column. */
    static Scale of(DesignMatrix matrix, Runnable poll) {
        int rows = matrix.rows();
        double[] means = new double[matrix.width()];
        double[] deviations = new double[matrix.width()];
        for (int j = 0; j < matrix.width(); j++) {
            poll.run();
            double[] column = matrix.column(j);
            ExactSum sum = new ExactSum();
            for (int i = 0; i < rows; i++) {
                sum.add(column[i]);
            }
            means[j] = rows == 0 ? 0 : sum.value() / rows;
            ExactSum squares = new ExactSum();
            for (int i = 0; i < rows; i++) {
                squares.add((column[i] - means[j]) * (column[i] - means[j]));
            }
            double deviation = rows == 0 ? 0 : Math.sqrt(squares.value() / rows);
            deviations[j] = deviation <= ROUNDING * Math.abs(means[j]) || deviation == 0 ? 1 : deviation;
        }
        return new Scale(means, deviations);
    }

    void apply(double[][] columns, Runnable poll) {
        for (int j = 0; j < means.length; j++) {
            poll.run();
            double[] column = columns[j];
            for (int i = 0; i < column.length; i++) {
                column[i] = (column[i] - means[j]) / deviations[j];
            }
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
