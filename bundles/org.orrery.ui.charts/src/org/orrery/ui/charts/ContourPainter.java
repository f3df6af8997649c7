package org.orrery.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.orrery.analysis.render.Contour;
import org.orrery.analysis.render.Scale;
import org.orrery.analysis.render.Ticks.Tick;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Kind;

/** The surface behind the points of a contour chart, with its lines and their heights, for the part that is on show. On the user interface thread. */
final class ContourPainter implements ICustomPaintListener {
    static final int SHADES = 24;
    private static final int COLUMNS = 84;
    private static final int ROWS = 60;
    private static final int RING = 7;

    private final Chart control;
    private final ResourceManager resources;
    private Optional<Contour> contour = Optional.empty();
    private Shown shown;

    /** What is drawn of one part: heights do not change while only something else is painted again. */
    private record Shown(Scale across, Scale up, List<Contour.Area> areas, List<Line> lines, List<double[]> points) {
    }

    private record Line(Tick level, List<double[]> pieces, double[] label) {
    }

    ContourPainter(Chart control, ResourceManager resources) {
        this.control = control;
        this.resources = resources;
        control.getPlotArea().addCustomPaintListener(this);
    }

    /** From now on the surface of that chart is drawn, when it has one. */
    void show(ChartSpec chart) {
        contour = chart.kind() == Kind.CONTOUR ? Optional.of(new Contour(chart)) : Optional.empty();
        shown = null;
    }

    @Override
    public boolean drawBehindSeries() {
        return true;
    }

    @Override
    public void paintControl(PaintEvent event) {
        contour.ifPresent(surface -> paint(event.gc, surface));
    }

    private void paint(GC gc, Contour surface) {
        Scale across = scale(control.getAxisSet().getXAxis(0));
        Scale up = scale(control.getAxisSet().getYAxis(0));
        if (shown == null || !shown.across().equals(across) || !shown.up().equals(up)) {
            shown = measured(surface, across, up);
        }
        Point size = control.getPlotArea().getSize();
        gc.setAntialias(SWT.OFF);
        for (Contour.Area area : shown.areas()) {
            gc.setBackground(colour(area.share()));
            int left = x(area.left(), size);
            int top = y(area.row() + 1.0, size);
            gc.fillRectangle(left, top, x(area.right(), size) - left, y(area.row(), size) - top);
        }
        gc.setAntialias(SWT.ON);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
        for (Line line : shown.lines()) {
            gc.setForeground(control.getAxisSet().getXAxis(0).getTick().getForeground());
            line.pieces().forEach(piece -> gc.drawLine(x(piece[0], size), y(piece[1], size), x(piece[2], size), y(piece[3], size)));
        }
        shown.lines().stream().filter(line -> line.label().length > 0).forEach(line -> label(gc, surface, line, size));
        gc.setBackground(control.getPlotArea().getBackground());
        // Where the control draws the points, to the pixel.
        IAxis right = control.getAxisSet().getXAxis(0);
        IAxis top = control.getAxisSet().getYAxis(0);
        shown.points().forEach(point -> gc.fillOval(right.getPixelCoordinate(shown.across().value(point[0] / COLUMNS)) - RING,
                top.getPixelCoordinate(shown.up().value(point[1] / ROWS)) - RING, 2 * RING, 2 * RING));
    }

    private void label(GC gc, Contour surface, Line line, Point size) {
        Point extent = gc.textExtent(line.level().label());
        int left = x(line.label()[0], size) - extent.x / 2;
        int top = y(line.label()[1], size) - extent.y / 2;
        gc.setBackground(colour(surface.values().at(line.level().value())));
        gc.fillRectangle(left - 2, top, extent.x + 4, extent.y);
        gc.setForeground(control.getTitle().getForeground());
        gc.drawText(line.level().label(), left, top, true);
    }

    private static Shown measured(Contour surface, Scale across, Scale up) {
        double[][] heights = surface.grid(across, up, COLUMNS, ROWS);
        List<double[]> points = surface.points(across, up, COLUMNS, ROWS);
        List<Line> lines = new ArrayList<>();
        List<double[]> taken = new ArrayList<>();
        for (Tick level : surface.levels()) {
            List<double[]> pieces = Contour.line(heights, level.value());
            double[] label = Contour.label(pieces, taken, points, COLUMNS, ROWS);
            if (label.length > 0) {
                taken.add(label);
            }
            lines.add(new Line(level, pieces, label));
        }
        return new Shown(across, up, surface.areas(heights, SHADES), lines, points);
    }

    private static Scale scale(IAxis axis) {
        return new Scale(axis.getRange().lower, axis.getRange().upper, axis.isLogScaleEnabled(), 0, 1);
    }

    private static int x(double column, Point size) {
        return (int) Math.round(size.x * column / COLUMNS);
    }

    private static int y(double row, Point size) {
        return size.y - (int) Math.round(size.y * row / ROWS);
    }

    private Color colour(double share) {
        return ChartColours.area(share, control.getPlotArea().getBackground().getRGB(), resources);
    }
}
