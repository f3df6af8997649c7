package org.orrery.classification;

import java.util.List;

import org.orrery.analysis.forecast.RunForecast;
import org.orrery.analysis.forecast.RunForecast.Span;
import org.orrery.math.StudentT;

/**
 * Times against work on logarithmic scales, by least squares: A. Gelman and others: Bayesian Data Analysis, third edition 2013, section 14.2, with
 * a scaled inverse chi-squared prior of the variance (worth three observations that differ by a factor of 1.4), so that one run alone
 * gives a wide span and no degenerate one. The slope is fitted when there are three works that span a factor of four; else time is taken as
 * proportional to work.
 *
 * @param points what was seen
 */
record LogTimes(List<Point> points) {
    private static final double PRIOR_DEVIATION = Math.log(1.4);
    private static final double PRIOR_COUNT = 3;
    private static final int LEAST_POINTS = 3;
    private static final double LEAST_SPREAD = Math.log(4);
    /** Beyond these a slope is chance. */
    private static final double LEAST_SLOPE = 0.4;
    private static final double LARGEST_SLOPE = 1.6;
    /** Below this a clock tells nothing. */
    private static final double LEAST_SECONDS = 1e-4;

    /** One run: the logarithms of its work and its seconds. */
    record Point(double work, double seconds) {
        static Point of(double work, double seconds) {
            return new Point(Math.log(Math.max(1, work)), Math.log(Math.max(LEAST_SECONDS, seconds)));
        }
    }

    /**
     * A time on the logarithmic scale.
     *
     * @param scale of the t distribution around it
     */
    record Predicted(double middle, double scale, double degrees) {
        Span span() {
            double away = StudentT.criticalTwoSided(1 - RunForecast.LEVEL, degrees) * scale;
            return new Span(Math.exp(middle), Math.exp(middle - away), Math.exp(middle + away));
        }
    }

    LogTimes {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("Nothing is known");
        }
    }

    /** How long so much work will take. */
    Predicted at(double work) {
        int n = points.size();
        double meanWork = points.stream().mapToDouble(Point::work).average().orElseThrow();
        double meanSeconds = points.stream().mapToDouble(Point::seconds).average().orElseThrow();
        double squares = points.stream().mapToDouble(point -> square(point.work() - meanWork)).sum();
        boolean fitted = isSpread();
        double products = points.stream().mapToDouble(point -> (point.work() - meanWork) * (point.seconds() - meanSeconds)).sum();
        double slope = fitted ? Math.clamp(products / squares, LEAST_SLOPE, LARGEST_SLOPE) : 1;
        double residuals = points.stream().mapToDouble(point -> square(point.seconds() - meanSeconds - slope * (point.work() - meanWork))).sum();
        double degrees = PRIOR_COUNT + n - (fitted ? 2 : 1);
        double variance = (PRIOR_COUNT * square(PRIOR_DEVIATION) + residuals) / degrees;
        double away = Math.log(Math.max(1, work)) - meanWork;
        double scale = Math.sqrt(variance * (1 + 1.0 / n + (fitted ? square(away) / squares : 0)));
        return new Predicted(meanSeconds + slope * away, scale, degrees);
    }

    private boolean isSpread() {
        double[] works = points.stream().mapToDouble(Point::work).sorted().toArray();
        return points.stream().mapToDouble(Point::work).distinct().count() >= LEAST_POINTS && works[works.length - 1] - works[0] >= LEAST_SPREAD;
    }

    private static double square(double value) {
        return value * value;
    }
}
