package org.orrery.math;

/**
 * Student's t distribution, from the regularised incomplete beta function by its continued fraction (J. Lentz's method as modified by
 * I. Thompson and A. Barnett, Journal of Computational Physics 64, 1986). Relative error of tail probabilities below 1e-12.
 */
public final class StudentT {
    private static final double TINY = 1e-300;
    private static final double[] LANCZOS = {0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
        -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7};

    private StudentT() {
    }

    /**
     * The probability that the absolute value is larger than that of {@code t}.
     *
     * @param degrees degrees of freedom, above 0
     */
    public static double twoSided(double t, double degrees) {
        if (Double.isNaN(t) || !(degrees > 0)) {
            return Double.NaN;
        }
        return Double.isInfinite(t) ? 0 : beta(degrees / (degrees + t * t), degrees / 2, 0.5);
    }

    /**
     * The value whose absolute value is exceeded with that probability.
     *
     * @param p above 0 and below 1
     */
    public static double criticalTwoSided(double p, double degrees) {
        if (!(p > 0 && p < 1) || !(degrees > 0)) {
            return Double.NaN;
        }
        double low = 0;
        double high = 1;
        while (twoSided(high, degrees) > p && high < 1e300) {
            high *= 2;
        }
        for (int i = 0; i < 200 && high - low > Math.ulp(high); i++) {
            double middle = (low + high) / 2;
            if (twoSided(middle, degrees) > p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double beta(double x, double a, double b) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double result = d;
        for (int m = 1; m < 10_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            double step = d * c;
            result *= step;
            if (Math.abs(step - 1) < 1e-16) {
                break;
            }
        }
        return result;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** C. Lanczos' approximation with g = 7 and nine coefficients; relative error about 1e-15 for positive arguments. */
    private static double logGamma(double x) {
        if (x < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double shifted = x + 6.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(shifted) - shifted + Math.log(sum);
    }
}
