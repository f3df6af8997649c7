package org.orrery.report.chart;

import java.util.ArrayList;
import java.util.List;

import org.orrery.analysis.render.ChartRenderer.Size;
import org.orrery.analysis.render.Scale;
import org.orrery.analysis.render.SeriesStyle;
import org.orrery.analysis.render.Ticks.Tick;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.report.chart.AxisLayout.Marks;
import org.orrery.report.chart.Picture.Rectangle;
import org.orrery.report.chart.Shape.Anchor;
import org.orrery.report.chart.Shape.Label;
import org.orrery.report.chart.Shape.Path;

/** Decides where everything in a chart stands. Thread-safe; the same chart and size give the same picture everywhere. */
final class ChartLayout {
    private static final double MARGIN = 12;
    private static final double TITLE = 15;
    private static final double AXIS_TITLE = 12;
    private static final double AXIS_TITLE_SPACE = 22;
    private static final double TICK = 5;
    /** The slope of turned labels, in degrees. */
    private static final double SLOPE = 40;

    /** @param titled whether the title stands in the picture; a page may show it elsewhere */
    Picture layout(ChartSpec chart, Size size, boolean titled) {
        if (chart.kind() == Kind.PARALLEL) {
            return ParallelLayout.layout(chart, size, titled);
        }
        boolean surface = chart.kind() == Kind.CONTOUR;
        AxisRange xRange = AxisRange.horizontal(chart);
        AxisRange yRange = AxisRange.vertical(chart);
        double top = MARGIN + (titled && !chart.title().isEmpty() ? 26 : 0);
        LegendLayout legend = new LegendLayout(chart, size.width() - 2 * MARGIN, Math.max(1, (int) (size.height() * 0.25 / LegendLayout.ROW)));

        // The marks of one axis depend on the room that the labels of the other leave: first with a guess, then with the marks.
        Marks yMarks = AxisLayout.vertical(chart.y(), yRange, size.height() * 0.7);
        double left = MARGIN + (chart.y().label().isEmpty() ? 0 : AXIS_TITLE_SPACE) + yMarks.extent() + TICK + 4;
        double right = size.width() - MARGIN - 10 - (surface ? ContourShapes.SCALE_ROOM : 0);
        Marks xMarks = AxisLayout.horizontal(chart.x(), xRange, right - left);
        if (xMarks.turned()) {
            // The first turned label reaches to the left of its mark.
            double slot = (right - left) / chart.x().categories().size();
            left = Math.max(left, MARGIN / 2 + xMarks.extent() * Math.cos(Math.toRadians(SLOPE)) - slot / 2);
            xMarks = AxisLayout.horizontal(chart.x(), xRange, right - left);
        }
        double labels = xMarks.turned() ? xMarks.extent() * Math.sin(Math.toRadians(SLOPE)) + 14 : 16;
        double below = TICK + labels + (chart.x().label().isEmpty() ? 0 : AXIS_TITLE_SPACE) + legend.height() + MARGIN;
        double bottom = Math.max(top + 30, size.height() - below);
        Rectangle plot = new Rectangle(left, top, Math.max(30, right - left), bottom - top);
        double guessed = yMarks.extent();
        yMarks = AxisLayout.vertical(chart.y(), yRange, plot.height());
        if (yMarks.extent() > guessed && !xMarks.turned()) {
            double wider = yMarks.extent() - guessed;
            plot = new Rectangle(left + wider, top, Math.max(30, right - left - wider), plot.height());
            xMarks = AxisLayout.horizontal(chart.x(), xRange, plot.width());
        }

        Scale across = new Scale(xRange.low(), xRange.high(), xRange.logarithmic(), plot.x(), plot.right());
        Scale down = new Scale(yRange.low(), yRange.high(), yRange.logarithmic(), plot.bottom(), plot.y());
        List<SeriesStyle> styles = SeriesStyle.of(chart);
        List<Shape> frame = new ArrayList<>();
        if (titled && !chart.title().isEmpty()) {
            frame.add(new Label(MARGIN, MARGIN + TITLE, TextWidth.fit(chart.title(), TITLE, size.width() - 2 * MARGIN), TITLE, Anchor.START, 0,
                    true, Ink.TEXT));
        }
        horizontalAxis(frame, chart, xMarks, across, plot, labels);
        verticalAxis(frame, chart, yMarks, down, plot);
        frame.addAll(legend.at(MARGIN, size.height() - MARGIN - legend.height() + 6, styles));
        List<Shape> data = surface ? List.of() : new SeriesShapes(chart, styles, across, down).all();
        if (surface) {
            ContourShapes contour = new ContourShapes(chart, across, down, plot);
            data = contour.all();
            frame.addAll(contour.scale());
        }
        if (nothing(data)) {
            frame.add(new Label(plot.x() + plot.width() / 2, plot.y() + plot.height() / 2, Messages.ChartLayout_empty, AXIS_TITLE, Anchor.MIDDLE, 0,
                    false, Ink.MUTED));
        }
        return new Picture(size.width(), size.height(), chart.title(), ChartDescription.of(chart), plot, List.copyOf(frame), data);
    }

    private static boolean nothing(List<Shape> data) {
        return data.stream().allMatch(shape -> shape instanceof Path path && path.x().length == 0
                || shape instanceof Shape.Markers markers && markers.x().length == 0);
    }

    private static void horizontalAxis(List<Shape> frame, ChartSpec chart, Marks marks, Scale across, Rectangle plot, double labels) {
        boolean names = !chart.x().categories().isEmpty();
        for (Tick tick : marks.ticks()) {
            double x = across.at(tick.value());
            if (!names) {
                frame.add(Path.segment(x, plot.y(), x, plot.bottom(), Ink.GRID, 1));
            }
            frame.add(Path.segment(x, plot.bottom(), x, plot.bottom() + TICK, Ink.AXIS, 1));
            frame.add(marks.turned()
                    ? new Label(x + 4, plot.bottom() + TICK + 10, tick.label(), AxisLayout.SIZE, Anchor.END, -SLOPE, false, Ink.MUTED)
                    : new Label(x, plot.bottom() + TICK + 12, tick.label(), AxisLayout.SIZE, Anchor.MIDDLE, 0, false, Ink.MUTED));
        }
        frame.add(Path.segment(plot.x(), plot.bottom(), plot.right(), plot.bottom(), Ink.AXIS, 1));
        if (!chart.x().label().isEmpty()) {
            frame.add(new Label(plot.x() + plot.width() / 2, plot.bottom() + TICK + labels + 15,
                    TextWidth.fit(chart.x().label(), AXIS_TITLE, plot.width()), AXIS_TITLE, Anchor.MIDDLE, 0, false, Ink.TEXT));
        }
    }

    private static void verticalAxis(List<Shape> frame, ChartSpec chart, Marks marks, Scale down, Rectangle plot) {
        for (Tick tick : marks.ticks()) {
            double y = down.at(tick.value());
            frame.add(Path.segment(plot.x(), y, plot.right(), y, Ink.GRID, 1));
            frame.add(Path.segment(plot.x() - TICK, y, plot.x(), y, Ink.AXIS, 1));
            frame.add(new Label(plot.x() - TICK - 4, y + 4, tick.label(), AxisLayout.SIZE, Anchor.END, 0, false, Ink.MUTED));
        }
        frame.add(Path.segment(plot.x(), plot.y(), plot.x(), plot.bottom(), Ink.AXIS, 1));
        if (!chart.y().label().isEmpty()) {
            frame.add(new Label(MARGIN + AXIS_TITLE, plot.y() + plot.height() / 2, TextWidth.fit(chart.y().label(), AXIS_TITLE, plot.height()),
                    AXIS_TITLE, Anchor.MIDDLE, -90, false, Ink.TEXT));
        }
    }
}
