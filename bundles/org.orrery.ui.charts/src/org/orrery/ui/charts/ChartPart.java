package org.orrery.ui.charts;

/**
 * The part of a chart that its reader has zoomed to, in values of its axes.
 *
 * @param left the lower end across
 * @param right the upper end across
 * @param bottom the lower end upwards
 * @param top the upper end upwards
 */
public record ChartPart(double left, double right, double bottom, double top) {
    /** @throws IllegalArgumentException when an end is no number or lies beyond the other */
    public ChartPart {
        if (!(left < right && bottom < top && Double.isFinite(right - left) && Double.isFinite(top - bottom))) {
            throw new IllegalArgumentException("No part of a chart: " + left + " to " + right + ", " + bottom + " to " + top);
        }
    }

    /** Whether a point lies within. */
    boolean holds(double x, double y) {
        return x >= left && x <= right && y >= bottom && y <= top;
    }
}
