package org.orrery.math;

import org.orrery.math.LimitedMemoryBfgs.Listener;
import org.orrery.math.LimitedMemoryBfgs.Minimum;

/**
 * Minimises a convex function of a few hundred variables by Newton's method: each step solves the quadratic model and is halved
 * until the function is low enough. Deterministic. An instance holds no state.
 *
 * <p>J. Nocedal, S. J. Wright: Numerical Optimization, 2nd ed., 2006, section 3.3.
 */
public final class DampedNewton {
    private static final double DECREASE = 1e-4;
    /** How far above the start a value may lie and still be called equal, relative to it. */
    private static final double NOISE = 1e-13;
    private static final double LEAST_STEP = 1e-12;

    /** The function to minimise. */
    public interface Objective extends LimitedMemoryBfgs.Objective {
        /**
         * The second derivatives at that point, or such generalised ones as make a model of the function.
         *
         * @param point not to be changed
         * @param curvature square; its upper triangle is to be filled in
         */
        void curvature(double[] point, double[][] curvature) throws Exception;
    }

    private final double tolerance;
    private final int maxIterations;

    /**
     * @param tolerance ends the search when no component of the gradient is larger
     * @param maxIterations ends it in any case
     */
    public DampedNewton(double tolerance, int maxIterations) {
        this.tolerance = tolerance;
        this.maxIterations = maxIterations;
    }

    /**
     * Searches from that point, which is not changed.
     *
     * @throws Exception what the objective or the listener throws
     */
    public Minimum minimise(double[] start, Objective objective, Listener listener) throws Exception {
        int n = start.length;
        double[] point = start.clone();
        double[] gradient = new double[n];
        double[] trial = new double[n];
        double[] trialGradient = new double[n];
        double[][] curvature = new double[n][n];
        SymmetricSystem system = new SymmetricSystem(n);
        double value = objective.evaluate(point, gradient);
        double norm = norm(gradient);
        int iteration = 0;
        while (norm > tolerance && iteration < maxIterations) {
            objective.curvature(point, curvature);
            if (!system.factorise(curvature)) {
                break;
            }
            double[] direction = system.solve(gradient);
            double slope = -QuasiNewtonMemory.dot(direction, gradient);
            double step = 1;
            double trialValue = 0;
            boolean found = false;
            while (!found && step > LEAST_STEP) {
                for (int i = 0; i < n; i++) {
                    trial[i] = point[i] - step * direction[i];
                }
                trialValue = objective.evaluate(trial, trialGradient);
                // Near the minimum differences of values are noise; there a smaller gradient shows the progress.
                found = trialValue <= value + DECREASE * step * slope
                        || trialValue <= value + NOISE * Math.abs(value) && norm(trialGradient) < norm;
                step /= 2;
            }
            if (!found) {
                // No step gets lower: this is the minimum to working precision.
                break;
            }
            System.arraycopy(trial, 0, point, 0, n);
            System.arraycopy(trialGradient, 0, gradient, 0, n);
            value = trialValue;
            norm = norm(gradient);
            iteration++;
            listener.iterated(iteration, value, norm);
        }
        return new Minimum(point, value, norm, iteration, norm <= tolerance);
    }

    private static double norm(double[] gradient) {
        double largest = 0;
        for (double component : gradient) {
            largest = Math.max(largest, Math.abs(component));
        }
        return largest;
    }
}
