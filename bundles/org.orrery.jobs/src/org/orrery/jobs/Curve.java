package org.orrery.jobs;

import java.util.Objects;

/**
 * A series that a unit reported, thinned out to what a picture can show: of points that lie close together the first, the
 * lowest, the highest and the last are kept.
 *
 * @param unit the unit
 * @param name the name of the series
 * @param points how many points were reported
 * @param steps the x values of the points kept, in the order in which they were reported; not changed
 * @param values their y values; not changed
 * @param micros when they were reported, in microseconds since 1970 UTC; not changed
 */
public record Curve(String unit, String name, long points, long[] steps, double[] values, long[] micros) {
    public Curve {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(name, "name");
        if (steps.length != values.length || steps.length != micros.length || points < steps.length) {
            throw new IllegalArgumentException(steps.length + " steps, " + values.length + " values, " + micros.length + " times of " + points + " points");
        }
    }
}
