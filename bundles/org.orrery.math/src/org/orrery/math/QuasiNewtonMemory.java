package org.orrery.math;

/** The last steps of a quasi-Newton search and the direction that follows from them (the two-loop recursion). */
final class QuasiNewtonMemory {
    private final int size;
    private final double[][] steps;
    private final double[][] changes;
    private final double[] curvature;
    private final double[] alpha;
    private int count;
    private int next;

    QuasiNewtonMemory(int size, int n) {
        this.size = size;
        steps = new double[size][n];
        changes = new double[size][n];
        curvature = new double[size];
        alpha = new double[size];
    }

    boolean isEmpty() {
        return count == 0;
    }

    void clear() {
        count = 0;
        next = 0;
    }

    /** Keeps the step from one point to the next, unless its curvature is not safely positive. */
    void add(double[] from, double[] to, double[] gradientFrom, double[] gradientTo) {
        double[] step = steps[next];
        double[] change = changes[next];
        for (int i = 0; i < step.length; i++) {
            step[i] = to[i] - from[i];
            change[i] = gradientTo[i] - gradientFrom[i];
        }
        double product = dot(step, change);
        if (product <= 1e-16 * Math.sqrt(dot(step, step) * dot(change, change))) {
            return;
        }
        curvature[next] = product;
        next = (next + 1) % size;
        count = Math.min(count + 1, size);
    }

    double[] direction(double[] gradient) {
        double[] direction = gradient.clone();
        for (int k = 1; k <= count; k++) {
            int i = Math.floorMod(next - k, size);
            alpha[i] = dot(steps[i], direction) / curvature[i];
            addScaled(direction, -alpha[i], changes[i]);
        }
        if (count > 0) {
            int last = Math.floorMod(next - 1, size);
            double scale = curvature[last] / dot(changes[last], changes[last]);
            for (int j = 0; j < direction.length; j++) {
                direction[j] *= scale;
            }
        }
        for (int k = count; k >= 1; k--) {
            int i = Math.floorMod(next - k, size);
            double beta = dot(changes[i], direction) / curvature[i];
            addScaled(direction, alpha[i] - beta, steps[i]);
        }
        for (int j = 0; j < direction.length; j++) {
            direction[j] = -direction[j];
        }
        return direction;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void addScaled(double[] target, double factor, double[] source) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * source[i];
        }
    }
}
