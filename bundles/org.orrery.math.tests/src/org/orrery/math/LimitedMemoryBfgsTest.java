package org.orrery.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.orrery.math.LimitedMemoryBfgs.Minimum;

class LimitedMemoryBfgsTest {
    /** Rosenbrock's function, More, Garbow and Hillstrom 1981, problem 1: minimum 0 at (1, 1) from (−1.2, 1). */
    @Test
    void rosenbrocksValleyIsFollowedToItsEnd() throws Exception {
        Minimum minimum = new LimitedMemoryBfgs(1e-9, 500).minimise(new double[] {-1.2, 1}, LimitedMemoryBfgsTest::rosenbrock, quiet());
        assertTrue(minimum.converged());
        assertEquals(1, minimum.point()[0], 1e-8);
        assertEquals(1, minimum.point()[1], 1e-8);
        assertTrue(minimum.iterations() < 60, "iterations: " + minimum.iterations());
    }

    @Test
    void anIllConditionedQuadraticIsSolved() throws Exception {
        Minimum minimum = new LimitedMemoryBfgs(1e-10, 2_000).minimise(new double[50], (point, gradient) -> {
            double value = 0;
            for (int i = 0; i < point.length; i++) {
                double weight = Math.pow(10, i / 16.0);
                value += weight * (point[i] - 1) * (point[i] - 1) / 2;
                gradient[i] = weight * (point[i] - 1);
            }
            return value;
        }, quiet());
        assertTrue(minimum.converged());
        for (double coordinate : minimum.point()) {
            assertEquals(1, coordinate, 1e-9);
        }
    }

    @Test
    void theSearchEndsAfterTheLargestNumberOfIterations() throws Exception {
        Minimum minimum = new LimitedMemoryBfgs(1e-9, 3).minimise(new double[] {-1.2, 1}, LimitedMemoryBfgsTest::rosenbrock, quiet());
        assertEquals(3, minimum.iterations());
        assertFalse(minimum.converged());
    }

    @Test
    void whatTheListenerThrowsEndsTheSearch() {
        assertThrows(CancellationException.class,
                () -> new LimitedMemoryBfgs(1e-9, 500).minimise(new double[] {-1.2, 1}, LimitedMemoryBfgsTest::rosenbrock, (i, v, g) -> {
                    throw new CancellationException();
                }));
    }

    private static LimitedMemoryBfgs.Listener quiet() {
        return (iteration, value, norm) -> {
        };
    }

    private static double rosenbrock(double[] point, double[] gradient) {
        double valley = point[1] - point[0] * point[0];
        gradient[0] = -400 * point[0] * valley - 2 * (1 - point[0]);
        gradient[1] = 200 * valley;
        return 100 * valley * valley + (1 - point[0]) * (1 - point[0]);
    }
}
