package org.orrery.learning.models;

import java.util.Arrays;

/**
 * Probabilities of classes from those of each pair: the second approach of T.-F. Wu, C.-J. Lin, R. Weng: Probability estimates for
 * multi-class classification by pairwise coupling. JMLR 5, 2004.
 */
final class PairwiseCoupling {
    private static final int ITERATIONS = 1000;
    private static final double TOLERANCE = 1e-10;

    private PairwiseCoupling() {
    }

    /** @param pairwise {@code [a][b]}: the probability of a given that it is a or b */
    static double[] probabilities(double[][] pairwise) {
        int classes = pairwise.length;
        double[][] q = new double[classes][classes];
        for (int a = 0; a < classes; a++) {
            for (int b = 0; b < classes; b++) {
                if (a != b) {
                    q[a][a] += pairwise[b][a] * pairwise[b][a];
                    q[a][b] = -pairwise[b][a] * pairwise[a][b];
                }
            }
        }
        double[] p = new double[classes];
        Arrays.fill(p, 1.0 / classes);
        double[] products = new double[classes];
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double whole = 0;
            for (int a = 0; a < classes; a++) {
                products[a] = 0;
                for (int b = 0; b < classes; b++) {
                    products[a] += q[a][b] * p[b];
                }
                whole += p[a] * products[a];
            }
            double worst = 0;
            for (int a = 0; a < classes; a++) {
                worst = Math.max(worst, Math.abs(products[a] - whole));
            }
            if (worst < TOLERANCE) {
                break;
            }
            for (int a = 0; a < classes; a++) {
                double change = (whole - products[a]) / q[a][a];
                p[a] += change;
                whole = (whole + change * (change * q[a][a] + 2 * products[a])) / ((1 + change) * (1 + change));
                for (int b = 0; b < classes; b++) {
                    products[b] = (products[b] + change * q[a][b]) / (1 + change);
                    p[b] /= 1 + change;
                }
            }
        }
        return p;
    }
}
