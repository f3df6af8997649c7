package org.orrery.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StudentTTest {
    /** Closed forms: one degree of freedom is the Cauchy distribution, two have an algebraic distribution function. */
    @Test
    void oneAndTwoDegreesOfFreedomHaveClosedForms() {
        for (double t : new double[] {0, 0.1, 1, 3.7, 25}) {
            assertEquals(1 - 2 / Math.PI * Math.atan(t), StudentT.twoSided(t, 1), 1e-13);
            assertEquals(1 - t / Math.sqrt(2 + t * t), StudentT.twoSided(t, 2), 1e-13);
            assertEquals(StudentT.twoSided(t, 2), StudentT.twoSided(-t, 2));
        }
    }

    @Test
    void criticalValuesAreThoseOfTheTables() {
        // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, upper critical values at 0.025.
        assertEquals(12.706, StudentT.criticalTwoSided(0.05, 1), 5e-4);
        assertEquals(2.776, StudentT.criticalTwoSided(0.05, 4), 5e-4);
        assertEquals(2.262, StudentT.criticalTwoSided(0.05, 9), 5e-4);
        assertEquals(1.984, StudentT.criticalTwoSided(0.05, 100), 5e-4);
        assertEquals(0.05, StudentT.twoSided(StudentT.criticalTwoSided(0.05, 7.5), 7.5), 1e-12);
    }

    @Test
    void nothingComesOfNothing() {
        assertTrue(Double.isNaN(StudentT.twoSided(Double.NaN, 3)));
        assertTrue(Double.isNaN(StudentT.twoSided(1, 0)));
        assertTrue(Double.isNaN(StudentT.criticalTwoSided(0, 3)));
        assertEquals(0, StudentT.twoSided(Double.POSITIVE_INFINITY, 3));
    }
}
