package org.orrery.report.chart;

import org.orrery.analysis.render.SeriesStyle.Dash;
import org.orrery.report.chart.Shape.Anchor;
import org.orrery.report.chart.Shape.Box;
import org.orrery.report.chart.Shape.Label;
import org.orrery.report.chart.Shape.Markers;
import org.orrery.report.chart.Shape.Path;
import org.orrery.report.text.Escapes;

/**
 * Translates a picture into SVG 1.1 without scripts, references or ids. Colours are presentation attributes and each part
 * has a class ({@code ink-text}, {@code ink-grid} …), so that a style sheet can replace them.
 */
final class SvgWriter {
    private final StringBuilder out = new StringBuilder(8_192);

    /**
     * The whole element.
     *
     * @param alone whether it is a document of its own: then it has a namespace and a white ground
     */
    String write(Picture picture, boolean alone) {
        out.append("<svg ");
        if (alone) {
            out.append("xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(picture.width()).append("\" height=\"").append(picture.height())
                    .append("\" ");
        }
        out.append("viewBox=\"0 0 ").append(picture.width()).append(' ').append(picture.height())
                .append("\" role=\"img\" font-family=\"system-ui, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif\">\n");
        out.append("<title>").append(Escapes.xml(picture.title())).append("</title>\n<desc>").append(Escapes.xml(picture.description()))
                .append("</desc>\n");
        if (alone) {
            out.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        }
        picture.frame().forEach(this::shape);
        Picture.Rectangle clip = picture.clip();
        // An inner svg element clips without an id, which would clash when a page holds several pictures.
        out.append("<svg x=\"").append(number(clip.x())).append("\" y=\"").append(number(clip.y())).append("\" width=\"")
                .append(number(clip.width())).append("\" height=\"").append(number(clip.height())).append("\" viewBox=\"")
                .append(number(clip.x())).append(' ').append(number(clip.y())).append(' ').append(number(clip.width())).append(' ')
                .append(number(clip.height())).append("\" overflow=\"hidden\">\n");
        picture.data().forEach(this::shape);
        return out.append("</svg>\n</svg>\n").toString();
    }

    private void shape(Shape shape) {
        switch (shape) {
            case Path path -> path(path);
            case Markers markers -> markers(markers);
            case Box box -> out.append("<rect x=\"").append(number(box.x())).append("\" y=\"").append(number(box.y())).append("\" width=\"")
                    .append(number(box.width())).append("\" height=\"").append(number(box.height())).append("\" ").append(fill(box.ink()))
                    .append("/>\n");
            case Label label -> label(label);
        }
    }

    private void path(Path path) {
        out.append("<path class=\"ink-").append(path.ink().part()).append("\" fill=\"none\" stroke=\"").append(colour(path.ink()))
                .append("\" stroke-width=\"").append(number(path.width())).append("\" stroke-linejoin=\"round\"");
        if (path.dash() != Dash.SOLID) {
            out.append(" stroke-dasharray=\"");
            for (float length : path.dash().lengths()) {
                out.append(number(length)).append(' ');
            }
            out.setLength(out.length() - 1);
            out.append('"');
        }
        out.append(" d=\"");
        boolean down = false;
        for (int i = 0; i < path.x().length; i++) {
            if (Double.isNaN(path.x()[i]) || Double.isNaN(path.y()[i])) {
                down = false;
            } else {
                out.append(down ? 'L' : 'M').append(number(path.x()[i])).append(' ').append(number(path.y()[i]));
                down = true;
            }
        }
        out.append("\"/>\n");
    }

    private void markers(Markers markers) {
        double[] outline = MarkerOutline.of(markers.marker());
        out.append("<path ").append(fill(markers.ink())).append(" d=\"");
        for (int i = 0; i < markers.x().length; i++) {
            if (outline.length == 0) {
                circle(markers.x()[i], markers.y()[i], markers.radius());
            } else {
                for (int corner = 0; corner < outline.length; corner += 2) {
                    out.append(corner == 0 ? 'M' : 'L').append(number(markers.x()[i] + outline[corner] * markers.radius())).append(' ')
                            .append(number(markers.y()[i] + outline[corner + 1] * markers.radius()));
                }
                out.append('Z');
            }
        }
        out.append("\"/>\n");
    }

    private void circle(double x, double y, double radius) {
        String size = number(radius);
        String width = number(2 * radius);
        out.append('M').append(number(x - radius)).append(' ').append(number(y)).append('a').append(size).append(' ').append(size)
                .append(" 0 1 0 ").append(width).append(" 0a").append(size).append(' ').append(size).append(" 0 1 0 -").append(width)
                .append(" 0Z");
    }

    private void label(Label label) {
        out.append("<text x=\"").append(number(label.x())).append("\" y=\"").append(number(label.y())).append("\" font-size=\"")
                .append(number(label.size())).append("\" ").append(fill(label.ink()));
        if (label.anchor() != Anchor.START) {
            out.append(" text-anchor=\"").append(label.anchor() == Anchor.MIDDLE ? "middle" : "end").append('"');
        }
        if (label.bold()) {
            out.append(" font-weight=\"600\"");
        }
        if (label.angle() != 0) {
            out.append(" transform=\"rotate(").append(number(label.angle())).append(' ').append(number(label.x())).append(' ')
                    .append(number(label.y())).append(")\"");
        }
        out.append('>').append(Escapes.xml(label.text())).append("</text>\n");
    }

    private static String fill(Ink ink) {
        return "class=\"ink-" + ink.part() + "\" fill=\"" + colour(ink) + "\"";
    }

    private static String colour(Ink ink) {
        return String.format("#%06x", ink.rgb());
    }

    /** At most two places: finer than any screen, and a long line stays short. Far outside the picture a position is cut. */
    private static String number(double value) {
        long hundredths = Math.round(Math.clamp(value, -1e6, 1e6) * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        String sign = hundredths < 0 ? "-" : "";
        long size = Math.abs(hundredths);
        String text = sign + size / 100 + "." + (size % 100 < 10 ? "0" : "") + size % 100;
        return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }
}
