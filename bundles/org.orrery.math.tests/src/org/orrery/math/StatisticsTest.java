package org.orrery.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void smallTermsAreNotLostBesideLargeOnes() {
        assertEquals(2.0, ExactSum.of(1, 1e100, 1, -1e100));
    }

    @Test
    void infiniteTermsStayInfinite() {
        assertEquals(Double.POSITIVE_INFINITY, ExactSum.of(1, Double.POSITIVE_INFINITY));
    }

    /** NIST Statistical Reference Datasets, NumAcc3: certified mean 1000000.2 and standard deviation 0.1. */
    @Test
    void meanAndDeviationHoldNistNumAcc3() {
        double[] values = new double[1001];
        values[0] = 1_000_000.2;
        for (int i = 1; i < values.length; i++) {
            values[i] = i % 2 == 1 ? 1_000_000.1 : 1_000_000.3;
        }
        Spread spread = Spread.of(values);
        assertEquals(1_000_000.2, spread.mean(), 1e-9);
        assertEquals(0.1, spread.sd(), 1e-9);
    }

    @Test
    void oneValueHasNoDeviation() {
        assertTrue(Double.isNaN(Spread.of(3).sd()));
        assertTrue(Double.isNaN(Spread.of().mean()));
    }

    /** R 4.2.2: quantile(c(1, 2, 4, 8, 16), c(0, .1, .25, .9, 1)). */
    @Test
    void quantilesInterpolateAsRDoesByDefault() {
        double[] sorted = {1, 2, 4, 8, 16};
        assertEquals(1, Quantiles.linear(sorted, 5, 0));
        assertEquals(1.4, Quantiles.linear(sorted, 5, 0.1), 1e-15);
        assertEquals(2, Quantiles.linear(sorted, 5, 0.25));
        assertEquals(12.8, Quantiles.linear(sorted, 5, 0.9), 1e-14);
        assertEquals(16, Quantiles.linear(sorted, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> Quantiles.linear(sorted, 5, 1.1));
    }

    @Test
    void theMedianIsThatOfTheValuesInOrderWhateverTheirOrder() {
        CounterRandom random = CounterRandom.of(1, "test", "median");
        for (int count = 1; count < 400; count += 7) {
            for (int shape = 0; shape < 4; shape++) {
                double[] values = new double[count + 3];
                for (int i = 0; i < values.length; i++) {
                    values[i] = switch (shape) {
                        case 0 -> random.nextDouble();
                        case 1 -> random.nextInt(3);
                        case 2 -> Math.min(i, count - i);
                        default -> -i;
                    };
                }
                double[] sorted = Arrays.copyOf(values, count);
                Arrays.sort(sorted);
                assertEquals(Quantiles.linear(sorted, count, 0.5), Quantiles.median(values, count));
            }
        }
        assertTrue(Double.isNaN(Quantiles.median(new double[2], 0)));
        assertEquals(0, Quantiles.median(new double[] {1.7e308, -1.7e308}, 2));
    }
}
