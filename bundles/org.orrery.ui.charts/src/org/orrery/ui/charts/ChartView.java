package org.orrery.ui.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.Range;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.analysis.result.ChartSpec.Series;

/**
 * Shows one described chart: themed by the background and foreground that it is given, with a legend, the value of the
 * point under the mouse, zoom by mouse and keyboard, and a menu to save it. A chart of many points is thinned to what the
 * pixels can show. To be used on the user interface thread only, like every control.
 */
public final class ChartView extends Composite {
    private final LocalResourceManager resources;
    private final Chart control;
    private final PointTip tip = new PointTip();
    private final SeriesPainter painter;
    private final HiddenSeries hidden;
    private final ChartZoom zoom;
    private final MarkedPoints marks;
    private final ChartAxes axes;
    private final ContourPainter surface;
    private final HeightScale heights;
    private final ParallelPlot across;
    private Optional<ChartSpec> chart = Optional.empty();
    private Optional<ChartExport> export = Optional.empty();
    private Consumer<ChartPoint> chosen = point -> { };
    private Point painted = new Point(0, 0);

    /** @param style a style of {@link Composite} */
    public ChartView(Composite parent, int style) {
        super(parent, style);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(this);
        resources = new LocalResourceManager(JFaceResources.getResources(), this);
        setBackground(parent.getBackground());
        setForeground(parent.getForeground());
        control = new Chart(this, SWT.NONE);
        control.enableCompress(false);
        control.getTitle().setVisible(false);
        control.getLegend().setPosition(SWT.BOTTOM);
        control.getLegend().setVisible(false);
        axes = new ChartAxes(control);
        hidden = new HiddenSeries(control, this::repaint);
        surface = new ContourPainter(control, resources);
        heights = new HeightScale(this, resources);
        across = new ParallelPlot(this, resources, this::shows);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(control);
        GridDataFactory.fillDefaults().grab(false, true).hint(HeightScale.WIDTH, SWT.DEFAULT).exclude(true).applyTo(heights);
        GridDataFactory.fillDefaults().grab(true, true).exclude(true).applyTo(across);
        across.setVisible(false);
        heights.setVisible(false);
        across.onPoint(point -> chosen.accept(point));
        across.setMenu(new ChartMenu(this, across).menu());
        painter = new SeriesPainter(control, resources, tip, hidden);
        zoom = new ChartZoom(control, this::repaint);
        marks = new MarkedPoints(control);
        Control plot = control.getPlotArea().getControl();
        plot.addListener(SWT.MouseMove, this::pointed);
        plot.addListener(SWT.MouseUp, this::clicked);
        plot.addListener(SWT.Resize, event -> resized());
        plot.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = description();
            }
        });
        plot.setMenu(new ChartMenu(this, plot).menu());
        addListener(SWT.Resize, event -> placeLegend());
        dress();
    }

    private void placeLegend() {
        chart.map(shown -> LegendPlace.of(this, shown)).filter(place -> place != control.getLegend().getPosition()).ifPresent(control.getLegend()::setPosition);
    }

    /** Shows this chart; one of the same id keeps the part that the user has zoomed to. */
    public void setChart(ChartSpec chart) {
        checkWidget();
        Objects.requireNonNull(chart, "chart");
        boolean same = this.chart.filter(shown -> shown.id().equals(chart.id())).isPresent();
        marks.mark(List.of());
        if (!same) {
            hidden.clear();
        }
        arrange(chart.kind());
        if (chart.kind() == Kind.PARALLEL) {
            this.chart = Optional.of(chart);
            across.show(chart);
            return;
        }
        surface.show(chart);
        if (chart.kind() == Kind.CONTOUR) {
            heights.show(chart);
        }
        // While the axes change, a resize must not paint the new data on old scales or the other way round.
        this.chart = Optional.empty();
        // Laid out once, and not after each of these.
        control.suspendUpdate(true);
        try {
            painter.clear();
            control.getTitle().setText(chart.title());
            control.getTitle().setVisible(!chart.title().isEmpty());
            control.getLegend().setVisible(legend(chart));
            control.getLegend().setPosition(LegendPlace.of(this, chart));
            axes.show(chart);
        } finally {
            control.suspendUpdate(false);
        }
        this.chart = Optional.of(chart);
        zoom.home(AxisSpan.horizontal(chart), AxisSpan.vertical(chart), same);
    }

    /** Parallel coordinates are drawn by another control, and a surface has the scale of its colours beside it. */
    private void arrange(Kind kind) {
        boolean changed = visible(control, kind != Kind.PARALLEL) | visible(across, kind == Kind.PARALLEL) | visible(heights, kind == Kind.CONTOUR);
        if (changed) {
            layout();
        }
    }

    private static boolean visible(Control part, boolean visible) {
        GridData data = (GridData) part.getLayoutData();
        boolean changed = data.exclude == visible;
        data.exclude = !visible;
        part.setVisible(visible);
        return changed;
    }

    /** Whether the chart on show has parallel axes. */
    private boolean parallel() {
        return chart.filter(shown -> shown.kind() == Kind.PARALLEL).isPresent();
    }

    /** Whether the chart can be put on the clipboard. */
    public boolean canCopy() {
        return chart.isPresent() && export.filter(ChartExport::draws).isPresent();
    }

    /** Puts the chart on the clipboard as a picture, a moment later. */
    public void copy() {
        checkWidget();
        export.filter(present -> canCopy()).ifPresent(present -> ChartMenu.copy(this, present));
    }

    /** The chart on show. */
    public Optional<ChartSpec> chart() {
        return chart;
    }

    /** Offers to save the chart. */
    public void setExport(ChartExport export) {
        checkWidget();
        this.export = Optional.of(export);
    }

    /** Names who is told of a point that the user clicks. */
    public void onPoint(Consumer<ChartPoint> listener) {
        checkWidget();
        chosen = Objects.requireNonNull(listener, "listener");
    }

    /** Names who is told of the points within a rectangle that the user draws with the control key held. */
    public void onBrush(Consumer<List<ChartPoint>> listener) {
        checkWidget();
        Objects.requireNonNull(listener, "listener");
        zoom.onBrush(part -> listener.accept(within(part)));
    }

    /**
     * Names who is told of what came of the lines that pass the marked parts of parallel axes: their points on the last axis; none when no part is marked any
     * more.
     */
    public void onFilter(Consumer<List<ChartPoint>> listener) {
        checkWidget();
        across.onFilter(Objects.requireNonNull(listener, "listener"));
    }

    private List<ChartPoint> within(ChartPart part) {
        List<ChartPoint> points = new ArrayList<>();
        for (Series series : chart.map(ChartSpec::series).orElse(List.of())) {
            for (int i = 0; shows(series) && i < series.x().length; i++) {
                if (part.holds(series.x()[i], series.y()[i])) {
                    points.add(new ChartPoint(series, series.x()[i], series.y()[i]));
                }
            }
        }
        return points;
    }

    /** Draws rings around these points of the chart on show, and around no others. */
    public void mark(List<ChartPoint> points) {
        checkWidget();
        marks.mark(points);
        across.mark(points);
    }

    /** The points with rings around them. */
    public List<ChartPoint> marked() {
        return marks.points();
    }

    /** Shows a part around the middle: a factor below 1 shows less, and larger. */
    public void zoom(double factor) {
        checkWidget();
        if (!parallel()) {
            zoom.scale(factor);
        }
    }

    /** Asks for a file and saves the chart in that format; does nothing without a chart or an export. */
    public void save(String format) {
        checkWidget();
        export.filter(present -> chart.isPresent()).ifPresent(present -> ChartMenu.save(this, present, format));
    }

    /** Shows the part that was shown before the last zoom or move. */
    public void back() {
        checkWidget();
        if (!parallel()) {
            zoom.back();
        }
    }

    /** What the user has zoomed to; empty when everything is shown. */
    public Optional<ChartPart> part() {
        checkWidget();
        return parallel() ? Optional.empty() : zoom.part();
    }

    /** Zooms to a part of the chart on show; one whose horizontal axis has names is always shown whole. */
    public void show(ChartPart part) {
        checkWidget();
        if (!parallel() && !control.getAxisSet().getXAxis(0).isCategoryEnabled()) {
            zoom.show(new Range(part.left(), part.right()), new Range(part.bottom(), part.top()));
        }
    }

    /** The colours of the lines and bars on show. */
    public List<Color> lineColours() {
        if (parallel()) {
            return across.passing().stream().map(across::colour).toList();
        }
        return Arrays.stream(control.getSeriesSet().getSeries()).filter(ISeries::isVisible)
                .map(one -> one instanceof ILineSeries<?> line ? line.getLineColor() : ((IBarSeries<?>) one).getBarColor()).toList();
    }

    /** Whether the series of that name is shown. */
    public boolean shows(Series series) {
        return !hidden.contains(series);
    }

    /** Hides the series of that name, or shows it again. */
    public void toggle(Series series) {
        checkWidget();
        hidden.toggle(series.name());
    }

    /** The formats in which it can be saved. */
    public List<String> formats() {
        return export.map(ChartExport::formats).orElse(List.of());
    }

    /** Shows everything again after a zoom, and lets all lines pass. */
    public void resetZoom() {
        checkWidget();
        if (parallel()) {
            across.clear();
        } else {
            zoom.reset();
        }
    }

    /** The chart in words, which screen readers say. */
    public String description() {
        return parallel() ? across.description() : chart.map(shown -> NLS.bind(Messages.ChartView_name, new Object[] {shown.title(), shown.y().label(), shown.x().label(),
                shown.series().stream().map(Series::name).collect(Collectors.joining("; "))})).orElse(Messages.ChartView_noChart);
    }

    Chart control() {
        return control;
    }

    ParallelPlot across() {
        return across;
    }

    ChartZoom zoom() {
        return zoom;
    }

    @Override
    public void setBackground(Color colour) {
        super.setBackground(colour);
        dress();
    }

    @Override
    public void setForeground(Color colour) {
        super.setForeground(colour);
        dress();
    }

    @Override
    public boolean setFocus() {
        // While a shell closes it offers the focus to controls whose children are gone.
        Control plot = control.getPlotArea().getControl();
        return parallel() && !across.isDisposed() ? across.setFocus() : !plot.isDisposed() && plot.setFocus();
    }

    private static boolean legend(ChartSpec chart) {
        boolean named = chart.series().stream().anyMatch(series -> !series.name().isEmpty() && !series.name().equals(chart.y().label()));
        return chart.kind() != Kind.CONTOUR && (chart.series().size() > 1 || named);
    }

    private void repaint() {
        if (chart.isEmpty() || control.isDisposed()) {
            return;
        }
        if (parallel()) {
            across.redraw();
            return;
        }
        painted = control.getPlotArea().getSize();
        axes.fit(chart.get(), painted);
        control.suspendUpdate(true);
        try {
            painter.paint(chart.get());
        } finally {
            control.suspendUpdate(false);
        }
        // Only now have all series the names that the legend measures.
        control.updateLayout();
        control.redraw();
    }

    /** Other pixels show other points. */
    private void resized() {
        if (!control.isDisposed() && !control.getPlotArea().getSize().equals(painted)) {
            repaint();
        }
    }

    private void pointed(Event event) {
        String found = chart.filter(shown -> !zoom.dragging())
                .flatMap(shown -> tip.at(event.x, event.y, shown, control.getAxisSet().getXAxis(0), control.getAxisSet().getYAxis(0))).orElse(null);
        Control plot = control.getPlotArea().getControl();
        if (!Objects.equals(found, plot.getToolTipText())) {
            plot.setToolTipText(found);
        }
    }

    private void clicked(Event event) {
        if (event.button == 1 && chart.isPresent()) {
            tip.near(event.x, event.y, control.getAxisSet().getXAxis(0), control.getAxisSet().getYAxis(0)).ifPresent(chosen);
        }
    }

    /** Themes set the colours of this control, at any time. */
    private void dress() {
        if (axes == null || control.isDisposed()) {
            return;
        }
        ChartColours colours = ChartColours.of(getBackground(), getForeground(), resources);
        for (Control part : List.of(heights, across)) {
            part.setBackground(colours.ground());
            part.setForeground(colours.text());
            part.setFont(getFont());
        }
        control.setBackground(colours.ground());
        control.setForeground(colours.text());
        control.getPlotArea().setBackground(colours.ground());
        control.getTitle().setForeground(colours.text());
        control.getTitle().setFont(resources.create(FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD)));
        control.getLegend().setBackground(colours.ground());
        control.getLegend().setForeground(colours.text());
        control.getLegend().setFont(getFont());
        axes.dress(colours, getFont());
        control.redraw();
    }
}
