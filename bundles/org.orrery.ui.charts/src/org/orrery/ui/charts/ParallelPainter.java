package org.orrery.ui.charts;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.orrery.analysis.render.ParallelAxes;
import org.orrery.analysis.render.Ticks.Tick;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Series;

/** Draws parallel coordinates once: lines that do not pass first, axes with their numbers over the lines. */
final class ParallelPainter {
    private static final int GAP = 6;
    private static final int TICK = 5;
    private static final int TICK_ROOM = 44;
    private static final int HALF_BAR = 6;
    private static final int MANY = 60;

    private final ParallelPlot plot;
    private final GC gc;
    private final ParallelAxes axes;
    private final ParallelFrame frame;
    private final ChartColours colours;

    ParallelPainter(ParallelPlot plot, GC gc, ParallelAxes axes) {
        this.plot = plot;
        this.gc = gc;
        this.axes = axes;
        this.frame = ParallelFrame.of(plot.getClientArea(), axes.count());
        this.colours = plot.colours();
    }

    void paint(ChartSpec chart) {
        gc.setBackground(colours.ground());
        gc.fillRectangle(plot.getClientArea());
        gc.setAntialias(SWT.ON);
        lines(chart.series());
        gc.setForeground(colours.text());
        Font plain = gc.getFont();
        gc.setFont(plot.bold());
        centred(fit(chart.title(), plot.getClientArea().width - 2 * GAP), plot.getClientArea().width / 2, GAP);
        gc.setFont(plain);
        boolean crowded = IntStream.range(0, axes.count()).anyMatch(axis -> gc.textExtent(axes.name(axis)).x > frame.room() - 2 * GAP);
        for (int axis = 0; axis < axes.count(); axis++) {
            axis(axis);
            gc.setFont(axis == plot.current() && plot.isFocusControl() ? plot.bold() : plain);
            gc.setForeground(colours.text());
            name(axis, crowded);
            gc.setFont(plain);
        }
        gc.setForeground(colours.text());
        centred(fit(plot.filterText(), plot.getClientArea().width - 2 * GAP), plot.getClientArea().width / 2, frame.bottom() + 2 * GAP);
    }

    private void lines(List<Series> all) {
        gc.setLineWidth(1);
        gc.setForeground(colours.grid());
        all.stream().filter(series -> plot.shown(series) && !plot.passes(series)).forEach(this::line);
        List<Series> passing = plot.passing();
        int width = passing.size() > MANY ? 1 : 2;
        for (Series series : passing) {
            gc.setLineWidth(plot.marked(series) ? width + 2 : width);
            gc.setForeground(plot.colour(series));
            line(series);
        }
        gc.setLineWidth(1);
    }

    private void line(Series series) {
        double[] shares = axes.shares(series);
        for (int axis = 0; axis < shares.length; axis++) {
            boolean here = !Double.isNaN(shares[axis]);
            boolean joined = axis + 1 < shares.length && !Double.isNaN(shares[axis + 1]);
            int y = here ? (int) Math.round(frame.y(shares[axis])) : 0;
            if (here && joined) {
                gc.drawLine(frame.x(axis), y, frame.x(axis + 1), (int) Math.round(frame.y(shares[axis + 1])));
            } else if (here && (axis == 0 || Double.isNaN(shares[axis - 1]))) {
                // A value without a neighbour.
                gc.drawOval(frame.x(axis) - 2, y - 2, 4, 4);
            }
        }
    }

    private void axis(int axis) {
        int x = frame.x(axis);
        plot.filters().part(axis).ifPresent(part -> {
            int top = (int) Math.round(frame.y(part.high()));
            int height = Math.max(2, (int) Math.round(frame.y(part.low())) - top);
            gc.setBackground(colours.axis());
            gc.setAlpha(90);
            gc.fillRectangle(x - HALF_BAR, top, 2 * HALF_BAR, height);
            gc.setAlpha(255);
            gc.setForeground(colours.text());
            gc.drawRectangle(x - HALF_BAR, top, 2 * HALF_BAR, height);
        });
        gc.setForeground(colours.axis());
        gc.drawLine(x, frame.top(), x, frame.bottom());
        boolean last = axis == axes.count() - 1;
        for (Tick tick : axes.ticks(axis, Math.max(2, (frame.bottom() - frame.top()) / TICK_ROOM))) {
            int y = (int) Math.round(frame.y(axes.scale(axis).at(tick.value())));
            gc.setForeground(colours.axis());
            gc.drawLine(last ? x + TICK : x - TICK, y, x, y);
            String text = fit(tick.label(), (axis == 0 || last ? frame.left() : frame.room()) - 2 * GAP - TICK);
            Point size = gc.textExtent(text);
            int left = last ? x + TICK + GAP / 2 : x - TICK - GAP / 2 - size.x;
            if (axis > 0 && !last) {
                gc.setBackground(colours.ground());
                gc.setAlpha(200);
                gc.fillRectangle(left - 1, y - size.y / 2, size.x + 2, size.y);
                gc.setAlpha(255);
            }
            gc.setForeground(colours.text());
            gc.drawText(text, left, y - size.y / 2, true);
        }
    }

    private void name(int axis, boolean crowded) {
        int height = gc.textExtent(axes.name(axis)).y;
        // Every other name stands higher, where they would touch.
        int y = frame.top() - GAP - height - (crowded && axis % 2 == 1 ? height : 0);
        int most = (crowded ? 2 : 1) * frame.room() - 2 * GAP;
        String text = fit(axes.name(axis), axis == 0 || axis == axes.count() - 1 ? Math.min(most, 2 * frame.left() - GAP) : most);
        centred(text, frame.x(axis), y);
    }

    private void centred(String text, int x, int y) {
        gc.drawText(text, x - gc.textExtent(text).x / 2, y, true);
    }

    /** As much of its beginning as fits. */
    private String fit(String text, int width) {
        if (gc.textExtent(text).x <= width) {
            return text;
        }
        int length = text.length();
        while (length > 1 && gc.textExtent(text.substring(0, length) + '…').x > width) {
            length--;
        }
        return text.substring(0, length).stripTrailing() + '…';
    }
}
