package org.orrery.math;

/** The χ² distribution: the regularised incomplete gamma function by its series and its continued fraction (NIST DLMF 8.11, 8.9). */
public final class ChiSquared {
    private static final int MOST_TERMS = 100_000;
    private static final double PRECISION = 1e-16;
    private static final double TINY = 1e-300;
    private static final double[] LANCZOS = {0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
        -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7};

    private ChiSquared() {
    }

    /**
     * The probability of at least that value.
     *
     * @param value from 0; NaN gives NaN
     * @param degrees of freedom, above 0
     */
    public static double upper(double value, double degrees) {
        if (!(degrees > 0)) {
            throw new IllegalArgumentException("No degrees of freedom: " + degrees);
        }
        if (Double.isNaN(value) || value <= 0) {
            return Double.isNaN(value) ? Double.NaN : 1;
        }
        double a = degrees / 2;
        double x = value / 2;
        double front = Math.exp(a * Math.log(x) - x - logGamma(a));
        return x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x);
    }

    private static double series(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && term > sum * PRECISION; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    /** By W. J. Lentz's method. */
    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double result = d;
        for (int n = 1; n < MOST_TERMS; n++) {
            double numerator = -n * (n - a);
            b += 2;
            d = numerator * d + b;
            d = 1 / (Math.abs(d) < TINY ? TINY : d);
            c = b + numerator / c;
            c = Math.abs(c) < TINY ? TINY : c;
            double step = d * c;
            result *= step;
            if (Math.abs(step - 1) < PRECISION * 10) {
                break;
            }
        }
        return result;
    }

    /** C. Lanczos, SIAM Journal on Numerical Analysis 1, 1964; the argument is above 0. */
    private static double logGamma(double value) {
        if (value < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * value)) - logGamma(1 - value);
        }
        double z = value - 1;
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (z + i);
        }
        double t = z + 7.5;
        return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
