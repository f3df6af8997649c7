package org.orrery.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.orrery.analysis.render.ColourRamp;
import org.orrery.analysis.render.Contour;
import org.orrery.analysis.render.Contrast;
import org.orrery.analysis.render.Scale;
import org.orrery.analysis.render.SeriesStyle.Dash;
import org.orrery.analysis.render.SeriesStyle.Marker;
import org.orrery.analysis.render.Ticks.Tick;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.report.chart.Picture.Rectangle;
import org.orrery.report.chart.Shape.Anchor;
import org.orrery.report.chart.Shape.Box;
import org.orrery.report.chart.Shape.Label;
import org.orrery.report.chart.Shape.Markers;
import org.orrery.report.chart.Shape.Path;

/** The surface of a contour chart with its lines, its points, and the scale of its colours to the right of the plot. */
final class ContourShapes {
    /** What the scale of the colours needs beside the plot. */
    static final double SCALE_ROOM = 86;
    private static final int COLUMNS = 72;
    private static final int ROWS = 48;
    private static final int SHADES = 20;
    private static final int PAPER = 0xFFFFFF;
    /** On the surface, which stays as it is on a dark page. */
    private static final Ink DARK = Ink.series(0x1F2328);

    private final ChartSpec chart;
    private final Contour contour;
    private final Scale across;
    private final Scale up;
    private final Rectangle plot;

    ContourShapes(ChartSpec chart, Scale across, Scale up, Rectangle plot) {
        this.chart = chart;
        this.contour = new Contour(chart);
        this.across = across;
        this.up = up;
        this.plot = plot;
    }

    List<Shape> all() {
        double[][] heights = contour.grid(across, up, COLUMNS, ROWS);
        List<Shape> shapes = new ArrayList<>();
        for (Contour.Area area : contour.areas(heights, SHADES)) {
            // A little larger than it is, so that no line of the ground shows between two.
            shapes.add(new Box(x(area.left()), y(area.row() + 1), x(area.right()) - x(area.left()) + 0.4, y(area.row()) - y(area.row() + 1) + 0.4,
                    Ink.series(ColourRamp.area(area.share(), PAPER))));
        }
        List<double[]> taken = new ArrayList<>();
        for (Tick level : contour.levels()) {
            line(heights, level, taken, shapes);
        }
        points(shapes);
        return shapes;
    }

    private double x(double column) {
        return plot.x() + plot.width() * column / COLUMNS;
    }

    private double y(double row) {
        return plot.bottom() - plot.height() * row / ROWS;
    }

    private void line(double[][] heights, Tick level, List<double[]> taken, List<Shape> shapes) {
        List<double[]> pieces = Contour.line(heights, level.value());
        if (pieces.isEmpty()) {
            return;
        }
        double[] lineX = new double[pieces.size() * 3];
        double[] lineY = new double[lineX.length];
        for (int i = 0; i < pieces.size(); i++) {
            double[] piece = pieces.get(i);
            lineX[3 * i] = x(piece[0]);
            lineY[3 * i] = y(piece[1]);
            lineX[3 * i + 1] = x(piece[2]);
            lineY[3 * i + 1] = y(piece[3]);
            lineX[3 * i + 2] = Double.NaN;
            lineY[3 * i + 2] = Double.NaN;
        }
        shapes.add(new Path(lineX, lineY, Ink.series(0x59636E), 1, Dash.SOLID));
        double[] at = Contour.label(pieces, taken, contour.points(across, up, COLUMNS, ROWS), COLUMNS, ROWS);
        if (at.length > 0) {
            taken.add(at);
            double width = TextWidth.of(level.label(), 10);
            int ground = ColourRamp.area(contour.values().at(level.value()), PAPER);
            shapes.add(new Box(x(at[0]) - width / 2 - 1, y(at[1]) - 6, width + 2, 12, Ink.series(ground)));
            shapes.add(new Label(x(at[0]), y(at[1]) + 3.5, level.label(), 10, Anchor.MIDDLE, 0, false, DARK));
        }
    }

    private void points(List<Shape> shapes) {
        for (Series series : chart.series()) {
            for (int i = 0; i < series.values().length; i++) {
                double[] at = {across.at(series.x()[i]), up.at(series.y()[i]), contour.values().at(series.values()[i])};
                if (Arrays.stream(at).allMatch(Double::isFinite)) {
                    double[] x = {at[0]};
                    double[] y = {at[1]};
                    shapes.add(new Markers(x, y, Marker.CIRCLE, 4.6, Ink.series(PAPER)));
                    shapes.add(new Markers(x, y, Marker.CIRCLE, 3.4, Ink.series(Contrast.readable(ColourRamp.at(at[2]), PAPER, Contrast.GRAPHICS))));
                }
            }
        }
    }

    /** From the least value below to the largest above. */
    List<Shape> scale() {
        List<Shape> shapes = new ArrayList<>();
        double left = plot.right() + 20;
        double height = plot.height() - 20;
        double top = plot.y() + 18;
        shapes.add(new Label(left, plot.y() + 6, TextWidth.fit(chart.scales().getFirst().label(), AxisLayout.SIZE, SCALE_ROOM - 14), AxisLayout.SIZE, Anchor.START, 0, false, Ink.TEXT));
        for (int shade = 0; shade < SHADES; shade++) {
            shapes.add(new Box(left, top + height * (SHADES - 1 - shade) / SHADES, 12, height / SHADES + 0.4, Ink.series(ColourRamp.area((shade + 0.5) / SHADES, PAPER))));
        }
        for (Tick tick : contour.values().ticks(Math.max(2, (int) (height / 36)))) {
            double y = top + height * (1 - contour.values().at(tick.value()));
            shapes.add(Path.segment(left + 12, y, left + 16, y, Ink.AXIS, 1));
            shapes.add(new Label(left + 19, y + 4, TextWidth.fit(tick.label(), AxisLayout.SIZE, SCALE_ROOM - 34), AxisLayout.SIZE, Anchor.START, 0, false, Ink.MUTED));
        }
        return shapes;
    }
}
