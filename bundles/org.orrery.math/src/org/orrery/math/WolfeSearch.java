package org.orrery.math;

/** A step along a direction that lowers the function enough and flattens its slope enough. */
final class WolfeSearch {
    private static final double DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;
    /** How far above the start a value may lie and still be called equal, relative to it. */
    private static final double NOISE = 1e-12;
    private static final int MAX_EVALUATIONS = 40;

    private final LimitedMemoryBfgs.Objective objective;
    private final double[] trial;
    private final double[] trialGradient;
    private double trialValue;
    private double[] origin;
    private double[] direction;
    private double originValue;
    private double originSlope;

    WolfeSearch(LimitedMemoryBfgs.Objective objective, int n) {
        this.objective = objective;
        this.trial = new double[n];
        this.trialGradient = new double[n];
    }

    double[] point() {
        return trial;
    }

    double[] gradient() {
        return trialGradient;
    }

    double value() {
        return trialValue;
    }

    /** Whether a step was found; then {@link #point()}, {@link #gradient()} and {@link #value()} tell where it leads. */
    boolean search(double[] from, double value, double slope, double[] along, double firstStep) throws Exception {
        origin = from;
        originValue = value;
        originSlope = slope;
        direction = along;
        double low = 0;
        double lowSlope = slope;
        double high = Double.POSITIVE_INFINITY;
        double highSlope = Double.NaN;
        double step = firstStep;
        for (int evaluation = 0; evaluation < MAX_EVALUATIONS; evaluation++) {
            double trialSlope = evaluate(step);
            if (accepted(step, trialSlope)) {
                return true;
            }
            boolean tooFar = !Double.isFinite(trialValue) || trialSlope >= 0 || !low(step);
            if (tooFar) {
                high = step;
                highSlope = Double.isFinite(trialValue) ? trialSlope : Double.NaN;
            } else {
                low = step;
                lowSlope = trialSlope;
            }
            step = next(low, lowSlope, high, highSlope);
            if (Double.isFinite(high) && high - low <= 1e-16 * high) {
                return false;
            }
        }
        return false;
    }

    private boolean low(double step) {
        return trialValue <= originValue + DECREASE * step * originSlope || noise();
    }

    private boolean noise() {
        return trialValue <= originValue + NOISE * Math.abs(originValue);
    }

    private boolean accepted(double step, double slope) {
        if (!Double.isFinite(trialValue)) {
            return false;
        }
        boolean strong = trialValue <= originValue + DECREASE * step * originSlope && Math.abs(slope) <= -CURVATURE * originSlope;
        boolean approximate = noise() && slope >= CURVATURE * originSlope && slope <= (2 * DECREASE - 1) * originSlope;
        return strong || approximate;
    }

    /** Doubling while no upper end is known, then the secant of the slopes, kept away from the ends. */
    private static double next(double low, double lowSlope, double high, double highSlope) {
        if (Double.isInfinite(high)) {
            return low * 2;
        }
        double width = high - low;
        double secant = highSlope > 0 ? low + width * lowSlope / (lowSlope - highSlope) : low + width / 2;
        return Math.min(Math.max(secant, low + 0.1 * width), high - 0.1 * width);
    }

    private double evaluate(double step) throws Exception {
        for (int i = 0; i < trial.length; i++) {
            trial[i] = origin[i] + step * direction[i];
        }
        trialValue = objective.evaluate(trial, trialGradient);
        return QuasiNewtonMemory.dot(trialGradient, direction);
    }
}
