package org.orrery.learning.models;

/** How good it is to divide rows so: the higher the purer. Weighs counts of classes by the weights of classes. For one thread. */
final class SplitScore {
    private final SplitCriterion criterion;
    private final double[] weights;

    SplitScore(SplitCriterion criterion, double[] weights) {
        this.criterion = criterion;
        this.weights = weights;
    }

    /** For two classes. */
    double of(int left0, int left1, int right0, int right1) {
        double l0 = weights[0] * left0;
        double l1 = weights[1] * left1;
        double r0 = weights[0] * right0;
        double r1 = weights[1] * right1;
        if (criterion == SplitCriterion.GINI) {
            double left = l0 + l1;
            double right = r0 + r1;
            return ((l0 * l0 + l1 * l1) * right + (r0 * r0 + r1 * r1) * left) / (left * right);
        }
        return term(l0) + term(l1) - term(l0 + l1) + (term(r0) + term(r1) - term(r0 + r1));
    }

    /** For any number of classes; the right side is what the left one leaves of all. */
    double of(int[] left, int[] all) {
        double leftSum = 0;
        double rightSum = 0;
        double leftWeight = 0;
        double rightWeight = 0;
        for (int c = 0; c < all.length; c++) {
            double l = weights[c] * left[c];
            double r = weights[c] * (all[c] - left[c]);
            leftWeight += l;
            rightWeight += r;
            if (criterion == SplitCriterion.GINI) {
                leftSum += l * l;
                rightSum += r * r;
            } else {
                leftSum += term(l);
                rightSum += term(r);
            }
        }
        return criterion == SplitCriterion.GINI ? leftSum / leftWeight + rightSum / rightWeight
                : leftSum - term(leftWeight) + (rightSum - term(rightWeight));
    }

    private static double term(double weight) {
        return weight > 0 ? weight * Math.log(weight) : 0;
    }
}
