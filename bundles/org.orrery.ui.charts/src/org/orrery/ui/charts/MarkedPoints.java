package org.orrery.ui.charts;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;

/** Rings around the points of a chart that are selected elsewhere, such as in its table. On the user interface thread. */
final class MarkedPoints {
    private static final int RADIUS = 6;
    /** More rings would cover what they mark. */
    private static final int MOST = 2_000;

    private final Chart chart;
    private List<ChartPoint> points = List.of();

    MarkedPoints(Chart chart) {
        this.chart = chart;
        chart.getPlotArea().addCustomPaintListener(this::paint);
    }

    void mark(List<ChartPoint> next) {
        points = next.size() <= MOST ? List.copyOf(next) : List.copyOf(next.subList(0, MOST));
        chart.getPlotArea().getControl().redraw();
    }

    List<ChartPoint> points() {
        return points;
    }

    private void paint(PaintEvent event) {
        if (points.isEmpty()) {
            return;
        }
        IAxis across = chart.getAxisSet().getXAxis(0);
        IAxis up = chart.getAxisSet().getYAxis(0);
        event.gc.setAntialias(SWT.ON);
        event.gc.setLineStyle(SWT.LINE_SOLID);
        event.gc.setLineWidth(2);
        event.gc.setForeground(chart.getTitle().getForeground());
        for (ChartPoint point : points) {
            event.gc.drawOval(across.getPixelCoordinate(point.x()) - RADIUS, up.getPixelCoordinate(point.y()) - RADIUS, 2 * RADIUS, 2 * RADIUS);
        }
        event.gc.setLineWidth(1);
    }
}
