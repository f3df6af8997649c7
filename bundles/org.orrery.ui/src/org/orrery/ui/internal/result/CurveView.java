package org.orrery.ui.internal.result;

/**
 * How curves are looked at.
 *
 * @param across what the horizontal axis shows
 * @param smoothing from 0 for none to below 1: how much of the smoothed value before stays in the next
 * @param logarithmicX whether the horizontal axis is logarithmic, where all positions are above 0
 * @param logarithmic whether the vertical axis is so, where all values are above 0
 * @param range whether the lowest and highest values show behind a smoothed line
 * @param outliers whether the vertical axis reaches to values far from all others
 */
record CurveView(Across across, double smoothing, boolean logarithmicX, boolean logarithmic, boolean range, boolean outliers) {
    /** What the horizontal axis shows. */
    enum Across {
        /** The step that the unit has given. */
        STEP,
        /** Seconds from the first value of the run. */
        RELATIVE,
        /** Seconds since midnight, UTC, of the day of the first value. */
        WALL
    }

    /** Steps, nothing smoothed, everything in sight. */
    static final CurveView PLAIN = new CurveView(Across.STEP, 0, false, false, true, true);
}
