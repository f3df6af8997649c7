package org.orrery.learning.evaluation;

import java.util.Arrays;

import org.orrery.math.Spread;
import org.orrery.math.StudentT;

/**
 * Means over folds that share training rows, with a variance that allows for it (C. Nadeau and Y. Bengio, Machine Learning 52, 2003): the
 * variance of the values times 1/n + test rows / training rows, n − 1 degrees of freedom.
 *
 * @param mean the mean of the values
 * @param error the standard error; NaN for fewer than two values
 * @param degrees degrees of freedom
 */
public record CorrectedT(double mean, double error, int degrees) {
    private static final double OUTSIDE = 0.05;

    /**
     * The mean of values of folds.
     *
     * @param values one of each fold; those that are NaN do not count
     * @param testShare test rows for each training row
     */
    public static CorrectedT of(double[] values, double testShare) {
        Spread spread = Spread.of(Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray());
        return new CorrectedT(spread.mean(), spread.sd() * Math.sqrt(1.0 / spread.count() + testShare), spread.count() - 1);
    }

    /** Half the width of the 95 % interval; NaN for fewer than two values. */
    public double halfWidth() {
        return degrees < 1 ? Double.NaN : StudentT.criticalTwoSided(OUTSIDE, degrees) * error;
    }

    /** The mean in standard errors. */
    public double t() {
        return mean / error;
    }

    /** Of the mean being 0; 1 when all values are 0. */
    public double p() {
        if (degrees < 1) {
            return Double.NaN;
        }
        return error == 0 ? mean == 0 ? 1 : 0 : StudentT.twoSided(t(), degrees);
    }
}
