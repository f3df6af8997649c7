package org.orrery.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.orrery.analysis.render.ParallelAxes;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Series;

/**
 * Parallel coordinates: a line for each case. A part of an axis that is marked with the mouse lets only the lines through it stand out, a click on the axis
 * or a double click takes it away. By keyboard the left and right arrows choose an axis, + and − make its part shorter and longer, the up and down arrows move
 * it, Backspace takes it away and Home takes all. On the user interface thread.
 */
final class ParallelPlot extends Canvas {
    private static final int NEAR_AXIS = 14;
    private static final int NEAR_LINE = 6;
    private static final int LEAST_DRAG = 4;
    private static final double STEP = 0.05;
    private static final double NARROWER = 0.8;

    private final ResourceManager resources;
    private final AxisFilters filters = new AxisFilters();
    private final Predicate<Series> shown;
    private Optional<ChartSpec> chart = Optional.empty();
    private ParallelAxes axes;
    private Set<Series> marked = Set.of();
    private Consumer<ChartPoint> chosen = point -> { };
    private Consumer<List<ChartPoint>> filtered = points -> { };
    private int current;
    private int dragged = -1;
    private int dragFrom;

    /** @param shown which lines the user has not hidden */
    ParallelPlot(Composite parent, ResourceManager resources, Predicate<Series> shown) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.resources = resources;
        this.shown = shown;
        addListener(SWT.Paint, event -> chart.ifPresent(now -> new ParallelPainter(this, event.gc, axes).paint(now)));
        addListener(SWT.Resize, event -> redraw());
        addListener(SWT.MouseDown, this::press);
        addListener(SWT.MouseMove, this::moved);
        addListener(SWT.MouseUp, this::release);
        addListener(SWT.MouseDoubleClick, event -> clear());
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS
                || event.detail == SWT.TRAVERSE_ESCAPE);
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = description();
            }
        });
    }

    /** Shows this chart; one of the same id keeps what is marked on its axes. */
    void show(ChartSpec next) {
        boolean same = chart.filter(before -> before.id().equals(next.id()) && before.x().equals(next.x())).isPresent();
        chart = Optional.of(next);
        axes = new ParallelAxes(next);
        marked = Set.of();
        if (!same) {
            filters.clear();
            current = 0;
        }
        changed();
    }

    void clear() {
        filters.clear();
        changed();
    }

    void onPoint(Consumer<ChartPoint> listener) {
        chosen = listener;
    }

    /** Names who is told of what came of the lines that pass, after another part of an axis was marked; of none when nothing is marked. */
    void onFilter(Consumer<List<ChartPoint>> listener) {
        filtered = listener;
    }

    void mark(List<ChartPoint> points) {
        marked = points.stream().map(ChartPoint::series).collect(Collectors.toSet());
        redraw();
    }

    boolean marked(Series series) {
        return marked.contains(series);
    }

    boolean shown(Series series) {
        return shown.test(series);
    }

    boolean passes(Series series) {
        return shown(series) && filters.pass(axes.shares(series));
    }

    AxisFilters filters() {
        return filters;
    }

    int current() {
        return current;
    }

    Color colour(Series series) {
        return ChartColours.series(axes.colour(series), getBackground().getRGB(), resources);
    }

    Font bold() {
        return resources.create(FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD));
    }

    /** The colours of its axes, its grid and its text. */
    ChartColours colours() {
        return ChartColours.of(getBackground(), getForeground(), resources);
    }

    /** The lines that stand out. */
    List<Series> passing() {
        return chart.map(ChartSpec::series).orElse(List.of()).stream().filter(this::passes).toList();
    }

    /** How many lines stand out and what they pass, in words; empty while nothing is marked. */
    String filterText() {
        if (filters.none() || chart.isEmpty()) {
            return ""; //$NON-NLS-1$
        }
        String parts = filters.parts().entrySet().stream().map(each -> NLS.bind(Messages.ParallelPlot_part, new Object[] {axes.name(each.getKey()),
            axes.text(each.getKey(), axes.scale(each.getKey()).value(each.getValue().low())),
            axes.text(each.getKey(), axes.scale(each.getKey()).value(each.getValue().high()))})).collect(Collectors.joining(", ")); //$NON-NLS-1$
        return NLS.bind(Messages.ParallelPlot_passing, new Object[] {passing().size(), chart.get().series().size(), parts});
    }

    String description() {
        return chart.map(now -> NLS.bind(Messages.ParallelPlot_name, new Object[] {now.title(), String.join(", ", now.x().categories()), now.series().size(), //$NON-NLS-1$
            axes.name(current), filterText()}).strip()).orElse(Messages.ChartView_noChart);
    }

    private void changed() {
        getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
        redraw();
    }

    private void tell() {
        changed();
        int last = axes.count() - 1;
        filtered.accept(filters.none() ? List.of() : passing().stream().map(series -> new ChartPoint(series, last, ParallelAxes.value(series, last))).toList());
    }

    private ParallelFrame frame() {
        return ParallelFrame.of(getClientArea(), axes.count());
    }

    private void press(Event event) {
        setFocus();
        if (chart.isPresent() && event.button == 1) {
            dragged = frame().axisAt(event.x, NEAR_AXIS);
            dragFrom = event.y;
            if (dragged >= 0) {
                current = dragged;
                changed();
            }
        }
    }

    private void moved(Event event) {
        if (chart.isEmpty()) {
            return;
        }
        if (dragged >= 0 && Math.abs(event.y - dragFrom) >= LEAST_DRAG) {
            filters.set(dragged, frame().share(dragFrom), frame().share(event.y));
            redraw();
        }
        String tip = dragged >= 0 ? null : lineAt(event.x, event.y).map(this::tip).orElse(null);
        if (!Objects.equals(tip, getToolTipText())) {
            setToolTipText(tip);
        }
    }

    private void release(Event event) {
        if (chart.isEmpty() || event.button != 1) {
            return;
        }
        int axis = dragged;
        dragged = -1;
        if (axis >= 0 && Math.abs(event.y - dragFrom) >= LEAST_DRAG) {
            tell();
        } else if (axis >= 0 && filters.part(axis).isPresent()) {
            filters.clear(axis);
            tell();
        } else {
            lineAt(event.x, event.y).ifPresent(series -> chosen.accept(new ChartPoint(series, axes.count() - 1.0, ParallelAxes.value(series, axes.count() - 1))));
        }
    }

    private String tip(Series series) {
        List<String> lines = new ArrayList<>(List.of(series.name()));
        IntStream.range(0, axes.count()).forEach(axis -> lines.add(NLS.bind(Messages.ParallelPlot_value, axes.name(axis), axes.text(series, axis))));
        return String.join("\n", lines); //$NON-NLS-1$
    }

    /** Of the lines that stand out, the nearest at that place. */
    private Optional<Series> lineAt(int x, int y) {
        ParallelFrame frame = frame();
        double place = frame.place(x);
        int left = (int) Math.clamp(Math.floor(place), 0, axes.count() - 2);
        Series found = null;
        double nearest = NEAR_LINE;
        for (Series series : passing()) {
            double[] shares = axes.shares(series);
            double away = Math.abs(frame.y(shares[left] + (place - left) * (shares[left + 1] - shares[left])) - y);
            if (away <= nearest) {
                nearest = away;
                found = series;
            }
        }
        return Optional.ofNullable(found);
    }

    private void key(Event event) {
        if (chart.isEmpty()) {
            return;
        }
        char character = event.keyCode == SWT.KEYPAD_ADD ? '+' : event.keyCode == SWT.KEYPAD_SUBTRACT ? '-' : event.character;
        if (character == '+' || character == '-') {
            filters.scale(current, character == '+' ? NARROWER : 1 / NARROWER);
            tell();
            return;
        }
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> choose(current - 1);
            case SWT.ARROW_RIGHT -> choose(current + 1);
            case SWT.ARROW_UP -> move(STEP);
            case SWT.ARROW_DOWN -> move(-STEP);
            case SWT.BS, SWT.DEL -> {
                filters.clear(current);
                tell();
            }
            case SWT.HOME -> {
                filters.clear();
                tell();
            }
            default -> {
                // Not ours.
            }
        }
    }

    private void choose(int axis) {
        current = Math.clamp(axis, 0, axes.count() - 1);
        changed();
    }

    private void move(double by) {
        filters.move(current, by);
        tell();
    }
}
