package org.orrery.math;

import java.util.Objects;

/**
 * Minimises a smooth function of many variables with limited-memory BFGS and a line search that meets the strong Wolfe
 * conditions, or near the minimum, where differences of function values are noise, the approximate ones of Hager and
 * Zhang. Deterministic. An instance holds no state.
 *
 * <p>J. Nocedal, S. J. Wright: Numerical Optimization, 2nd ed., 2006, algorithms 7.4, 7.5 and 3.5. W. W. Hager, H. Zhang: A
 * new conjugate gradient method with guaranteed descent and an efficient line search. SIAM J. Optim. 16, 2005.
 */
public final class LimitedMemoryBfgs {
    private static final int MEMORY = 20;

    /** The function to minimise. */
    @FunctionalInterface
    public interface Objective {
        /**
         * The value at that point; fills in the gradient. May throw to end the search.
         *
         * @param point not to be changed
         * @param gradient as long as the point
         */
        double evaluate(double[] point, double[] gradient) throws Exception;
    }

    /** Hears of each iteration. */
    @FunctionalInterface
    public interface Listener {
        /** After iteration {@code iteration}, counted from 1; may throw to end the search. */
        void iterated(int iteration, double value, double gradientNorm);
    }

    /**
     * Where the search ended.
     *
     * @param point the best point
     * @param value the value there
     * @param gradientNorm the largest absolute component of the gradient there
     * @param iterations how many iterations were made
     * @param converged whether the gradient norm came down to the tolerance
     */
    public record Minimum(double[] point, double value, double gradientNorm, int iterations, boolean converged) {
    }

    private final double tolerance;
    private final int maxIterations;

    /**
     * @param tolerance ends the search when no component of the gradient is larger
     * @param maxIterations ends it in any case
     */
    public LimitedMemoryBfgs(double tolerance, int maxIterations) {
        this.tolerance = tolerance;
        this.maxIterations = maxIterations;
    }

    /**
     * Searches from that point, which is not changed.
     *
     * @throws Exception what the objective or the listener throws
     */
    public Minimum minimise(double[] start, Objective objective, Listener listener) throws Exception {
        Objects.requireNonNull(listener, "listener");
        int n = start.length;
        double[] point = start.clone();
        double[] gradient = new double[n];
        double value = objective.evaluate(point, gradient);
        QuasiNewtonMemory memory = new QuasiNewtonMemory(MEMORY, n);
        WolfeSearch search = new WolfeSearch(objective, n);
        int iteration = 0;
        double norm = norm(gradient);
        while (norm > tolerance && iteration < maxIterations) {
            double[] direction = memory.direction(gradient);
            double slope = QuasiNewtonMemory.dot(direction, gradient);
            if (!(slope < 0)) {
                memory.clear();
                direction = memory.direction(gradient);
                slope = QuasiNewtonMemory.dot(direction, gradient);
            }
            double step = memory.isEmpty() ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
            boolean found = search.search(point, value, slope, direction, step);
            if (!found && memory.isEmpty()) {
                // Not even the steepest descent gets lower: this is the minimum to working precision.
                break;
            }
            if (!found) {
                memory.clear();
                continue;
            }
            memory.add(point, search.point(), gradient, search.gradient());
            System.arraycopy(search.point(), 0, point, 0, n);
            System.arraycopy(search.gradient(), 0, gradient, 0, n);
            value = search.value();
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
