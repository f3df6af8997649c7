package org.orrery.report.chart;

import java.util.ArrayList;
import java.util.List;

import org.orrery.analysis.render.ChartRenderer.Size;
import org.orrery.analysis.render.Contrast;
import org.orrery.analysis.render.ParallelAxes;
import org.orrery.analysis.render.SeriesStyle;
import org.orrery.analysis.render.Ticks.Tick;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.report.chart.Picture.Rectangle;
import org.orrery.report.chart.Shape.Anchor;
import org.orrery.report.chart.Shape.Box;
import org.orrery.report.chart.Shape.Label;
import org.orrery.report.chart.Shape.Markers;
import org.orrery.report.chart.Shape.Path;

/** Where everything in parallel coordinates stands: the names of the axes above them, their numbers beside them, over the lines. */
final class ParallelLayout {
    private static final double MARGIN = 12;
    private static final double TITLE = 15;
    private static final double NAME = 12;
    private static final double ROW = 18;
    private static final double TICK = 5;
    private static final double WIDEST = 110;
    private static final int PAPER = 0xFFFFFF;
    private static final int MANY = 60;

    private final ChartSpec chart;
    private final ParallelAxes axes;
    private final Rectangle plot;
    private final List<Shape> frame = new ArrayList<>();
    private final List<Shape> data = new ArrayList<>();

    private ParallelLayout(ChartSpec chart, Size size, double top) {
        this.chart = chart;
        this.axes = new ParallelAxes(chart);
        double left = MARGIN + Math.min(WIDEST, Math.max(widest(0), TextWidth.of(axes.name(0), NAME) / 2)) + TICK + 6;
        int last = axes.count() - 1;
        double right = MARGIN + Math.min(WIDEST, Math.max(widest(last) + TICK + 6, TextWidth.of(axes.name(last), NAME) / 2));
        double names = top + 2 * ROW;
        this.plot = new Rectangle(left, names, Math.max(30, size.width() - left - right), Math.max(30, size.height() - names - 2 * MARGIN));
    }

    private double widest(int axis) {
        return ticks(axis).stream().mapToDouble(tick -> TextWidth.of(tick.label(), AxisLayout.SIZE)).max().orElse(0);
    }

    private List<Tick> ticks(int axis) {
        double height = plot == null ? 300 : plot.height();
        return axes.ticks(axis, Math.max(2, (int) (height / 36)));
    }

    /** @param titled whether the title stands in the picture */
    static Picture layout(ChartSpec chart, Size size, boolean titled) {
        boolean title = titled && !chart.title().isEmpty();
        ParallelLayout layout = new ParallelLayout(chart, size, MARGIN + (title ? 26 : 0));
        if (title) {
            layout.frame.add(new Label(MARGIN, MARGIN + TITLE, TextWidth.fit(chart.title(), TITLE, size.width() - 2 * MARGIN), TITLE, Anchor.START, 0, true, Ink.TEXT));
        }
        layout.lines();
        for (int axis = 0; axis < layout.axes.count(); axis++) {
            layout.axis(axis);
        }
        return new Picture(size.width(), size.height(), chart.title(), ChartDescription.of(chart), layout.plot, List.copyOf(layout.frame), List.copyOf(layout.data));
    }

    private double x(int axis) {
        return plot.x() + plot.width() * axis / (axes.count() - 1.0);
    }

    private double y(double share) {
        return plot.bottom() - share * plot.height();
    }

    private void lines() {
        double width = chart.series().size() > MANY ? 1 : 1.8;
        for (Series series : chart.series()) {
            double[] shares = axes.shares(series);
            double[] x = new double[shares.length];
            double[] y = new double[shares.length];
            for (int axis = 0; axis < shares.length; axis++) {
                x[axis] = x(axis);
                y[axis] = y(shares[axis]);
            }
            Ink ink = Ink.series(Contrast.readable(axes.colour(series), PAPER, Contrast.GRAPHICS));
            data.add(new Path(x, y, ink, width, SeriesStyle.Dash.SOLID));
            alone(x, y, ink);
        }
    }

    /** A value without a neighbour, which a line would not show. */
    private void alone(double[] x, double[] y, Ink ink) {
        for (int i = 0; i < y.length; i++) {
            boolean joined = i > 0 && !Double.isNaN(y[i - 1]) || i + 1 < y.length && !Double.isNaN(y[i + 1]);
            if (!Double.isNaN(y[i]) && !joined) {
                data.add(new Markers(new double[] {x[i]}, new double[] {y[i]}, SeriesStyle.Marker.CIRCLE, 3, ink));
            }
        }
    }

    private void axis(int axis) {
        double x = x(axis);
        data.add(Path.segment(x, plot.y(), x, plot.bottom(), Ink.AXIS, 1.5));
        for (Tick tick : ticks(axis)) {
            double y = y(axes.scale(axis).at(tick.value()));
            boolean inside = axis > 0 && axis < axes.count() - 1;
            String text = TextWidth.fit(tick.label(), AxisLayout.SIZE, inside ? room() - 12 : WIDEST);
            boolean last = axis == axes.count() - 1;
            double end = last ? x + TICK : x - TICK;
            frame.add(Path.segment(end, y, x, y, Ink.AXIS, 1));
            if (inside) {
                double width = TextWidth.of(text, AxisLayout.SIZE);
                data.add(new Box(end - 4 - width, y - 7, width + 2, 14, Ink.GROUND));
            }
            (inside ? data : frame).add(new Label(last ? end + 3 : end - 3, y + 4, text, AxisLayout.SIZE, last ? Anchor.START : Anchor.END, 0, false, Ink.MUTED));
        }
        boolean ends = axis == axes.count() - 1;
        // Every other name stands higher, where they would touch.
        double row = crowded() && axis % 2 == 1 ? 2 * ROW : ROW;
        frame.add(new Label(x, plot.y() - row + 6, TextWidth.fit(axes.name(axis), NAME, (crowded() ? 2 : 1) * room() - 10), NAME, Anchor.MIDDLE, 0, ends, Ink.TEXT));
    }

    private double room() {
        return plot.width() / (axes.count() - 1.0);
    }

    private boolean crowded() {
        for (int axis = 0; axis < axes.count(); axis++) {
            if (TextWidth.of(axes.name(axis), NAME) > room() - 10) {
                return true;
            }
        }
        return false;
    }
}
