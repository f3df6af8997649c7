package org.orrery.ui.charts;

import org.eclipse.swt.graphics.Rectangle;

/**
 * Where the axes of parallel coordinates stand in a control.
 *
 * @param left the first axis, in pixels
 * @param right the last one
 * @param top their upper ends
 * @param bottom their lower ends
 * @param count how many there are
 */
record ParallelFrame(int left, int right, int top, int bottom, int count) {
    private static final int SIDE = 84;
    private static final int ABOVE = 74;
    private static final int BELOW = 34;

    static ParallelFrame of(Rectangle area, int count) {
        int side = Math.min(SIDE, area.width / 4);
        return new ParallelFrame(side, Math.max(side + 1, area.width - side), ABOVE, Math.max(ABOVE + 1, area.height - BELOW), count);
    }

    /** The middle of an axis. */
    int x(int axis) {
        return left + (int) Math.round((right - left) * axis / (count - 1.0));
    }

    /** The height of a share. */
    double y(double share) {
        return bottom - share * (bottom - top);
    }

    /** The share at a height, 0 to 1. */
    double share(int y) {
        return Math.clamp((bottom - y) / (double) (bottom - top), 0, 1);
    }

    /** Between which axes a pixel lies: 1.5 is in the middle between the second and the third. */
    double place(int x) {
        return Math.clamp((x - left) * (count - 1.0) / (right - left), 0, count - 1.0);
    }

    /** The axis within so many pixels; −1 for none. */
    int axisAt(int x, int near) {
        int axis = (int) Math.round(place(x));
        return Math.abs(x(axis) - x) <= near ? axis : -1;
    }

    /** How far apart two axes are. */
    int room() {
        return (right - left) / (count - 1);
    }
}
