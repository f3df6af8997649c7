package org.orrery.learning.models;

import org.orrery.analysis.UnitCompute;

/**
 * The first and second derivative of the loss of each row as two whole numbers in one, the first in the upper half: sums of whole
 * numbers are the same in any order. The units are so small that the sum over all rows just fits.
 */
final class Derivatives {
    private static final double LARGEST = 1 << 30;

    private final long[] pairs;
    private final double[] first;
    private final double[] second;
    private double firstUnit;
    private double secondUnit;

    Derivatives(int rows) {
        this.pairs = new long[rows];
        this.first = new double[rows];
        this.second = new double[rows];
    }

    double[] first() {
        return first;
    }

    double[] second() {
        return second;
    }

    /** To be called when the derivatives of all rows are there. */
    void pack(RowParts parts, UnitCompute compute) throws Exception {
        double[] sums = new double[parts.count()];
        double[] squares = new double[parts.count()];
        parts.each(compute, (part, from, to) -> {
            for (int i = from; i < to; i++) {
                sums[part] += Math.abs(first[i]);
                squares[part] += second[i];
            }
        });
        double largest = Double.MIN_NORMAL;
        double largestSecond = Double.MIN_NORMAL;
        for (int part = 0; part < sums.length; part++) {
            largest += sums[part];
            largestSecond += squares[part];
        }
        // Half a unit of rounding for each row must fit as well.
        firstUnit = largest / (LARGEST - first.length);
        secondUnit = largestSecond / (LARGEST - first.length);
        double perFirst = 1 / firstUnit;
        double perSecond = 1 / secondUnit;
        parts.each(compute, (part, from, to) -> {
            for (int i = from; i < to; i++) {
                pairs[i] = ((long) Math.rint(first[i] * perFirst) << Integer.SIZE) + (long) Math.rint(second[i] * perSecond);
            }
        });
    }

    long[] pairs() {
        return pairs;
    }

    /** The first derivative of a sum of pairs. */
    double first(long sum) {
        return (int) (sum >> Integer.SIZE) * firstUnit;
    }

    /** The second derivative of a sum of pairs. */
    double second(long sum) {
        return (sum & 0xFFFFFFFFL) * secondUnit;
    }
}
