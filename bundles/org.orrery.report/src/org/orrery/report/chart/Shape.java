package org.orrery.report.chart;

import org.orrery.analysis.render.SeriesStyle.Dash;
import org.orrery.analysis.render.SeriesStyle.Marker;

/** One thing to draw, in pixels from the upper left corner of the picture. */
sealed interface Shape {
    /** Which point of a text stands at its position. */
    enum Anchor {
        START, MIDDLE, END
    }

    /** A line through these points; a NaN lifts the pen. The arrays belong to the shape. */
    record Path(double[] x, double[] y, Ink ink, double width, Dash dash) implements Shape {
        static Path segment(double x1, double y1, double x2, double y2, Ink ink, double width) {
            return new Path(new double[] {x1, x2}, new double[] {y1, y2}, ink, width, Dash.SOLID);
        }
    }

    /** Markers of one kind. The arrays belong to the shape. */
    record Markers(double[] x, double[] y, Marker marker, double radius, Ink ink) implements Shape {
    }

    /** A filled rectangle. */
    record Box(double x, double y, double width, double height, Ink ink) implements Shape {
    }

    /** A line of text; {@code y} is its base line, {@code angle} turns it clockwise about its position, in degrees. */
    record Label(double x, double y, String text, double size, Anchor anchor, double angle, boolean bold, Ink ink) implements Shape {
    }
}
