package org.orrery.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swtchart.IAxis;
import org.orrery.analysis.render.Ticks;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Series;

/** Says which point of the data the mouse is near. */
final class PointTip {
    private static final int REACH = 12;

    private record Shown(Series series, ShownSeries points) {
    }

    private final List<Shown> shown = new ArrayList<>();

    void clear() {
        shown.clear();
    }

    void add(Series series, ShownSeries points) {
        shown.add(new Shown(series, points));
    }

    /** What to say at that pixel of the plot; empty when no point is near. */
    Optional<String> at(int x, int y, ChartSpec chart, IAxis across, IAxis up) {
        return near(x, y, across, up).map(point -> text(chart, point.series(), point.x(), point.y()));
    }

    /** The point of the data near that pixel of the plot. */
    Optional<ChartPoint> near(int x, int y, IAxis across, IAxis up) {
        double nearest = REACH * REACH;
        ChartPoint found = null;
        for (Shown one : shown) {
            for (int i = 0; i < one.points().x().length; i++) {
                double right = across.getPixelCoordinate(one.points().x()[i]) - (double) x;
                double down = up.getPixelCoordinate(one.points().y()[i]) - (double) y;
                double distance = right * right + down * down;
                if (distance < nearest) {
                    nearest = distance;
                    found = new ChartPoint(one.series(), one.points().x()[i], one.points().y()[i]);
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private static String text(ChartSpec chart, Series series, double x, double y) {
        for (int i = 0; i < series.values().length; i++) {
            if (series.x()[i] == x && series.y()[i] == y) {
                return NLS.bind(Messages.PointTip_value, new Object[] {text(chart, series.name(), x, y), chart.scales().getFirst().label(), Ticks.plain(series.values()[i])});
            }
        }
        return text(chart, series.name(), x, y);
    }

    private static String text(ChartSpec chart, String series, double x, double y) {
        return NLS.bind(Messages.PointTip_text, new Object[] {series, label(chart.x()), value(chart.x(), x), label(chart.y()), value(chart.y(), y)});
    }

    private static String label(Axis axis) {
        return axis.label().isEmpty() ? Messages.PointTip_unnamed : axis.label();
    }

    private static String value(Axis axis, double value) {
        int index = (int) Math.round(value);
        if (index >= 0 && index < axis.categories().size()) {
            return axis.categories().get(index);
        }
        return Ticks.plain(value);
    }
}
