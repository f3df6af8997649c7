package org.orrery.learning.models;

import java.io.IOException;
import java.util.Arrays;

import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;

/**
 * What linear models have learnt, and the form in which their files begin.
 *
 * @param classes how many classes there are
 * @param width how many encoded columns there are
 * @param values per output the coefficients, then the intercept
 */
record LinearPoint(int classes, int width, double[] values) {
    LinearPoint {
        if (values.length != LogisticRegressionModel.outputs(classes) * (width + 1)) {
            throw new IllegalArgumentException("Coefficients do not fit the columns");
        }
    }

    static LinearPoint read(ModelInput in) throws IOException {
        return new LinearPoint(in.readInt(), in.readInt(), in.readDoubles());
    }

    void write(ModelOutput out) throws IOException {
        out.writeInt(classes);
        out.writeInt(width);
        out.writeDoubles(values);
    }

    int outputs() {
        return LogisticRegressionModel.outputs(classes);
    }

    double[] coefficients(int output) {
        return Arrays.copyOfRange(values, output * (width + 1), output * (width + 1) + width);
    }

    double intercept(int output) {
        return values[output * (width + 1) + width];
    }
}
