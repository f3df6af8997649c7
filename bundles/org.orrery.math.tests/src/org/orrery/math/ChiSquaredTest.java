package org.orrery.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChiSquaredTest {
    /** {@code scipy.stats.chi2.sf} of scipy 1.10.1. */
    @Test
    void theUpperTailIsThatOfScipy() {
        double[][] known = {{0.5, 1, 0.47950012218695337}, {3.841458820694124, 1, 0.04999999999999989}, {10, 4, 0.04042768199451279}, {4, 10, 0.9473469826562889},
            {40, 10, 1.694474393006737e-05}, {100, 100, 0.48119168452795674}, {1, 0.5, 0.15351359580832247}, {250, 200, 0.009379131668826098}};
        for (double[] each : known) {
            assertEquals(each[2], ChiSquared.upper(each[0], each[1]), 1e-12 * Math.max(1e-3, each[2]), each[0] + " with " + each[1]);
        }
    }

    @Test
    void theEndsAreKnown() {
        assertEquals(1, ChiSquared.upper(0, 3));
        assertTrue(Double.isNaN(ChiSquared.upper(Double.NaN, 3)));
        assertThrows(IllegalArgumentException.class, () -> ChiSquared.upper(1, 0));
    }
}
