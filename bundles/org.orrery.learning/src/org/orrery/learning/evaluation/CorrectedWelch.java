package org.orrery.learning.evaluation;

import org.orrery.math.StudentT;

/**
 * Whether two means over folds of different divisions differ: the test of B. L. Welch (Biometrika 34, 1947) with the standard errors of
 * {@link CorrectedT}, that allow for training rows that folds share, and the degrees of freedom of Welch and F. E. Satterthwaite (Biometrics
 * Bulletin 2, 1946).
 *
 * @param t the second mean minus the first, in standard errors
 * @param degrees degrees of freedom
 */
public record CorrectedWelch(double t, double degrees) {
    /** The test of two means. */
    public static CorrectedWelch of(CorrectedT first, CorrectedT second) {
        double a = first.error() * first.error();
        double b = second.error() * second.error();
        double degrees = (a + b) * (a + b) / (a * a / first.degrees() + b * b / second.degrees());
        return new CorrectedWelch((second.mean() - first.mean()) / Math.sqrt(a + b), degrees);
    }

    /** Of the means being equal; NaN when a mean has fewer than two values or neither varies. */
    public double p() {
        return StudentT.twoSided(t, degrees);
    }
}
