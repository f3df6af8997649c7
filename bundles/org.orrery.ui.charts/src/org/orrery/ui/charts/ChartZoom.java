package org.orrery.ui.charts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.Range;

/**
 * Zooming: a rectangle drawn with the mouse is shown large, one drawn with Control selects its points, a double click shows everything; the wheel zooms where the mouse is, and
 * with Shift or the middle button the mouse moves the visible part. By keyboard + and − zoom, the arrows move, Backspace goes back to the
 * part before, Home shows everything.
 */
final class ChartZoom {
    private static final int LEAST = 6;
    private static final double KEY_ZOOM = 0.8;
    private static final double KEY_MOVE = 0.1;
    private static final int REMEMBERED = 50;

    private final Chart chart;
    private final Control plot;
    private final Runnable changed;
    private Range acrossHome = new Range(0, 1);
    private Range upHome = new Range(0, 1);
    private boolean zoomed;
    private Consumer<ChartPart> brushed = part -> { };
    private boolean brushing;
    private Rectangle drag;
    private Point grip;
    private final Deque<View> before = new ArrayDeque<>();

    private record View(Range across, Range up) {
    }

    /** @param changed told after the visible part has changed */
    ChartZoom(Chart chart, Runnable changed) {
        this.chart = chart;
        this.plot = chart.getPlotArea().getControl();
        this.changed = changed;
        plot.addListener(SWT.MouseDown, this::press);
        plot.addListener(SWT.MouseMove, this::drag);
        plot.addListener(SWT.MouseUp, this::release);
        plot.addListener(SWT.MouseDoubleClick, event -> reset());
        plot.addListener(SWT.MouseVerticalWheel, this::wheel);
        plot.addListener(SWT.KeyDown, this::key);
        plot.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS
                || event.detail == SWT.TRAVERSE_ESCAPE);
        chart.getPlotArea().addCustomPaintListener(this::paint);
    }

    /** Sets what is shown without a zoom; a zoom of the user stays if asked. */
    void home(Range across, Range up, boolean keepZoom) {
        acrossHome = across;
        upHome = up;
        if (keepZoom && zoomed) {
            changed.run();
        } else {
            reset();
        }
    }

    boolean dragging() {
        return drag != null;
    }

    void reset() {
        zoomed = false;
        before.clear();
        apply(acrossHome, upHome);
    }

    /** Shows this part. */
    void show(Range across, Range up) {
        before.push(new View(across().getRange(), up().getRange()));
        if (before.size() > REMEMBERED) {
            before.removeLast();
        }
        zoomed = true;
        apply(across, up);
    }

    /** Shows the part that was shown before the last zoom or move. */
    void back() {
        if (!before.isEmpty()) {
            View last = before.pop();
            zoomed = !before.isEmpty();
            apply(last.across(), last.up());
        }
    }

    /** Names who is told of a rectangle that is drawn with the control key. */
    void onBrush(Consumer<ChartPart> listener) {
        brushed = listener;
    }

    /** What the user has zoomed to; empty when everything is shown. */
    Optional<ChartPart> part() {
        Range wide = across().getRange();
        Range high = up().getRange();
        return zoomed ? Optional.of(new ChartPart(wide.lower, wide.upper, high.lower, high.upper)) : Optional.empty();
    }

    private void apply(Range across, Range up) {
        // An axis of names counts them instead of measuring.
        across().setRange(across().isCategoryEnabled() ? new Range(0, across().getCategorySeries().length - 1.0) : new Range(across));
        up().setRange(new Range(up));
        changed.run();
    }

    private IAxis across() {
        return chart.getAxisSet().getXAxis(0);
    }

    private IAxis up() {
        return chart.getAxisSet().getYAxis(0);
    }

    private void press(Event event) {
        plot.setFocus();
        if (across().isCategoryEnabled()) {
            return;
        }
        if (event.button == 2 || event.button == 1 && (event.stateMask & SWT.SHIFT) != 0) {
            grip = new Point(event.x, event.y);
        } else if (event.button == 1) {
            drag = new Rectangle(event.x, event.y, 0, 0);
            brushing = (event.stateMask & SWT.MOD1) != 0;
        }
    }

    private void drag(Event event) {
        if (drag != null) {
            drag.width = event.x - drag.x;
            drag.height = event.y - drag.y;
            plot.redraw();
        }
    }

    private void release(Event event) {
        if (grip != null) {
            Point from = grip;
            grip = null;
            Point size = chart.getPlotArea().getSize();
            if (!from.equals(new Point(event.x, event.y)) && size.x > 0 && size.y > 0) {
                show(part(across(), (from.x - event.x) / (double) size.x, 1), part(up(), (event.y - from.y) / (double) size.y, 1));
            }
            return;
        }
        if (drag == null) {
            return;
        }
        Rectangle area = drag;
        drag = null;
        if (Math.abs(area.width) >= LEAST && Math.abs(area.height) >= LEAST) {
            Range wide = between(across(), area.x, area.x + area.width);
            Range high = between(up(), area.y, area.y + area.height);
            if (brushing) {
                plot.redraw();
                brushed.accept(new ChartPart(wide.lower, wide.upper, high.lower, high.upper));
            } else {
                show(wide, high);
            }
        } else {
            plot.redraw();
        }
    }

    private static Range between(IAxis axis, int from, int to) {
        double one = axis.getDataCoordinate(from);
        double other = axis.getDataCoordinate(to);
        return new Range(Math.min(one, other), Math.max(one, other));
    }

    /** The point under the mouse stays where it is. */
    private void wheel(Event event) {
        Point size = chart.getPlotArea().getSize();
        if (across().isCategoryEnabled() || event.count == 0 || size.x == 0 || size.y == 0) {
            return;
        }
        double factor = event.count > 0 ? KEY_ZOOM : 1 / KEY_ZOOM;
        show(part(across(), (event.x / (double) size.x - 0.5) * (1 - factor), factor), part(up(), (0.5 - event.y / (double) size.y) * (1 - factor), factor));
        event.doit = false;
    }

    private void key(Event event) {
        switch (event.keyCode == SWT.KEYPAD_ADD ? '+' : event.keyCode == SWT.KEYPAD_SUBTRACT ? '-' : event.character) {
            case '+' -> scale(KEY_ZOOM);
            case '-' -> scale(1 / KEY_ZOOM);
            default -> arrow(event.keyCode);
        }
    }

    private void arrow(int keyCode) {
        if (across().isCategoryEnabled()) {
            return;
        }
        switch (keyCode) {
            case SWT.HOME -> reset();
            case SWT.BS -> back();
            case SWT.ARROW_LEFT -> show(part(across(), -KEY_MOVE, 1), up().getRange());
            case SWT.ARROW_RIGHT -> show(part(across(), KEY_MOVE, 1), up().getRange());
            case SWT.ARROW_DOWN -> show(across().getRange(), part(up(), -KEY_MOVE, 1));
            case SWT.ARROW_UP -> show(across().getRange(), part(up(), KEY_MOVE, 1));
            default -> {
                // Not ours.
            }
        }
    }

    void scale(double factor) {
        if (across().isCategoryEnabled()) {
            return;
        }
        show(part(across(), 0, factor), part(up(), 0, factor));
    }

    /** The visible part moved by a share of its length and made longer by a factor, on the scale of the axis. */
    private static Range part(IAxis axis, double move, double factor) {
        boolean log = axis.isLogScaleEnabled();
        double low = log ? Math.log10(axis.getRange().lower) : axis.getRange().lower;
        double high = log ? Math.log10(axis.getRange().upper) : axis.getRange().upper;
        double middle = (low + high) / 2 + move * (high - low);
        double half = (high - low) / 2 * factor;
        return log ? new Range(Math.pow(10, middle - half), Math.pow(10, middle + half)) : new Range(middle - half, middle + half);
    }

    private void paint(PaintEvent event) {
        if (drag != null) {
            event.gc.setLineStyle(SWT.LINE_DASH);
            event.gc.setForeground(up().getTick().getForeground());
            event.gc.drawRectangle(Math.min(drag.x, drag.x + drag.width), Math.min(drag.y, drag.y + drag.height), Math.abs(drag.width),
                    Math.abs(drag.height));
        }
    }
}
