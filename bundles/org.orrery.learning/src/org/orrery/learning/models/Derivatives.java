package org.orrery.learning.models;

import java.util.Arrays;

import org.orrery.analysis.UnitCompute;

/**
 * The first and second derivative of the loss of each row as two whole numbers in one, the first in the upper half: sums of whole
 * numbers are the same in any order. The units are so small that the sum over all rows just fits.
 */
final class Derivatives {
    private static final double LARGEST = 1 << 30;
    private static final double WHOLE = 3L << 51;
    private static final long WHOLE_BITS = Double.doubleToRawLongBits(WHOLE);

    private final double[] first;
    private final double[] second;
    private double firstUnit;
    private double secondUnit;

    Derivatives(int rows) {
        this.first = new double[rows];
        this.second = new double[rows];
    }

    double[] first() {
        return first;
    }

    double[] second() {
        return second;
    }

    /**
     * Fills in the pairs of all rows, whose derivatives are there.
     *
     * @param pairs one per row
     * @return their sum
     */
    long pack(RowParts parts, UnitCompute compute, long[] pairs) throws Exception {
        double[] sums = new double[parts.count()];
        double[] squares = new double[parts.count()];
        parts.each(compute, (part, from, to) -> {
            double sum = 0;
            double square = 0;
            for (int i = from; i < to; i++) {
                sum += Math.abs(first[i]);
                square += second[i];
            }
            sums[part] = sum;
            squares[part] = square;
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
        long[] packed = new long[parts.count()];
        parts.each(compute, (part, from, to) -> {
            long sum = 0;
            for (int i = from; i < to; i++) {
                long pair = (whole(first[i] * perFirst) << Integer.SIZE) + whole(second[i] * perSecond);
                pairs[i] = pair;
                sum += pair;
            }
            packed[part] = sum;
        });
        return Arrays.stream(packed).sum();
    }

    /** The nearest whole number of one below 2⁵¹: so large a number is added that the sum has no places after the point. */
    private static long whole(double value) {
        return Double.doubleToRawLongBits(value + WHOLE) - WHOLE_BITS;
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
