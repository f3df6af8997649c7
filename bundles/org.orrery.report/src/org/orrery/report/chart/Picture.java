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
 * @param data the data; nothing of it shows outside the plot
 */
record Picture(int width, int height, String title, String description, Rectangle plot, List<Shape> frame, List<Shape> data) {
    /** A rectangle in pixels. */
    record Rectangle(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }
    }
}
