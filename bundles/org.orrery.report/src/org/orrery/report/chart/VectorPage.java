package org.orrery.report.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.Locale;

import org.orrery.analysis.render.SeriesStyle.Dash;
import org.orrery.report.chart.Shape.Box;
import org.orrery.report.chart.Shape.Label;
import org.orrery.report.chart.Shape.Markers;
import org.orrery.report.chart.Shape.Path;

/**
 * Translates a picture into the drawing operators of PDF (ISO 32000-1, 8.2), in which EPS can be written as well once they are defined there.
 * Letters are drawn as their outlines: they look the same everywhere and need no font with the reader, but cannot be searched.
 */
final class VectorPage {
    /** A CSS pixel is 1/96 inch, a point 1/72. */
    static final double POINTS = 0.75;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private final StringBuilder out = new StringBuilder(32_768);

    /**
     * The operators.
     *
     * @throws IOException when there is no font to write with
     */
    String write(Picture picture) throws IOException {
        // From the upper left corner in pixels to the lower left in points.
        op("q");
        op("cm", POINTS, 0, 0, -POINTS, 0, picture.height() * POINTS);
        fill(0xFFFFFF, new Rectangle2D.Double(0, 0, picture.width(), picture.height()));
        for (Shape shape : picture.frame()) {
            draw(shape);
        }
        Picture.Rectangle clip = picture.clip();
        op("re", clip.x(), clip.y(), clip.width(), clip.height());
        op("W");
        op("n");
        for (Shape shape : picture.data()) {
            draw(shape);
        }
        op("Q");
        return out.toString();
    }

    private void draw(Shape shape) throws IOException {
        switch (shape) {
            case Path path -> line(path);
            case Markers markers -> markers(markers);
            case Box box -> fill(box.ink().rgb(), new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
            case Label label -> label(label);
        }
    }

    private void line(Path path) {
        colour("RG", path.ink().rgb());
        op("w", path.width());
        op("j", 1);
        StringBuilder dash = new StringBuilder("[");
        for (float length : path.dash() == Dash.SOLID ? new float[0] : path.dash().lengths()) {
            dash.append(number(length)).append(' ');
        }
        out.append(dash).append("] 0 d\n");
        boolean down = false;
        for (int i = 0; i < path.x().length; i++) {
            if (Double.isNaN(path.x()[i]) || Double.isNaN(path.y()[i])) {
                down = false;
            } else {
                op(down ? "l" : "m", path.x()[i], path.y()[i]);
                down = true;
            }
        }
        op("S");
    }

    private void markers(Markers markers) {
        double[] outline = MarkerOutline.of(markers.marker());
        double radius = markers.radius();
        Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int i = 0; i < markers.x().length; i++) {
            double x = markers.x()[i];
            double y = markers.y()[i];
            if (outline.length == 0) {
                all.append(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), false);
                continue;
            }
            all.moveTo(x + outline[0] * radius, y + outline[1] * radius);
            for (int corner = 2; corner < outline.length; corner += 2) {
                all.lineTo(x + outline[corner] * radius, y + outline[corner + 1] * radius);
            }
            all.closePath();
        }
        fill(markers.ink().rgb(), all);
    }

    private void label(Label label) throws IOException {
        if (label.text().isBlank()) {
            return;
        }
        try {
            Font font = new Font(Font.SANS_SERIF, label.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) label.size());
            TextLayout text = new TextLayout(label.text(), font, EXACT);
            AffineTransform place = AffineTransform.getTranslateInstance(label.x(), label.y());
            place.rotate(Math.toRadians(label.angle()));
            place.translate(switch (label.anchor()) {
                case START -> 0;
                case MIDDLE -> -text.getAdvance() / 2;
                case END -> -text.getAdvance();
            }, 0);
            fill(label.ink().rgb(), text.getOutline(place));
        } catch (InternalError | RuntimeException e) {
            // What Java2D throws on a system without fontconfig or without any font.
            throw new IOException(Messages.VectorPage_noFont, e);
        }
    }

    private void fill(int rgb, java.awt.Shape shape) {
        colour("rg", rgb);
        PathIterator steps = shape.getPathIterator(null);
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (; !steps.isDone(); steps.next()) {
            switch (steps.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> op("m", x = at[0], y = at[1]);
                case PathIterator.SEG_LINETO -> op("l", x = at[0], y = at[1]);
                case PathIterator.SEG_QUADTO -> {
                    // The same curve with two handles: both at two thirds of the way to the one.
                    op("c", x + 2 * (at[0] - x) / 3, y + 2 * (at[1] - y) / 3, at[2] + 2 * (at[0] - at[2]) / 3, at[3] + 2 * (at[1] - at[3]) / 3, at[2], at[3]);
                    x = at[2];
                    y = at[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    op("c", at);
                    x = at[4];
                    y = at[5];
                }
                default -> op("h");
            }
        }
        op(steps.getWindingRule() == PathIterator.WIND_EVEN_ODD ? "f*" : "f");
    }

    private void colour(String operator, int rgb) {
        op(operator, (rgb >> 16 & 0xFF) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0);
    }

    private void op(String operator, double... operands) {
        for (double operand : operands) {
            out.append(number(operand)).append(' ');
        }
        out.append(operator).append('\n');
    }

    /** At most three places, without an exponent, which neither format knows. Far outside the picture a position is cut. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", Math.clamp(value, -1e6, 1e6)).replaceAll("\\.?0+$", "");
        return text.isEmpty() || text.equals("-0") || text.equals("-") ? "0" : text;
    }
}
