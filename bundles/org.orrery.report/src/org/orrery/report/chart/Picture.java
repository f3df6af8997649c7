package org.orrery.report.chart;

import java.util.List;

/**
 * A chart laid out.
 *
 * @param width in pixels
 * @param height in pixels
 * @param title what it is called
 * @param description what it shows, in words
 * @param plot the rectangle within the axes
 * @param frame what is drawn below and around the data
 * @param data the data; nothing of it shows outside the {@link #clip}
 */
record Picture(int width, int height, String title, String description, Rectangle plot, List<Shape> frame, List<Shape> data) {
    /** So much may stand out of the plot, so that lines and markers on its border show whole. */
    private static final double BORDER = 4;

    /** A rectangle in pixels. */
    record Rectangle(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        Rectangle grown(double by) {
            return new Rectangle(x - by, y - by, width + 2 * by, height + 2 * by);
        }
    }

    /** Where data may show. */
    Rectangle clip() {
        return plot.grown(BORDER);
    }
}
