package org.orrery.ui.charts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.orrery.analysis.render.ColourRamp;
import org.orrery.analysis.render.Contour;
import org.orrery.analysis.render.Scale;
import org.orrery.analysis.render.SeriesStyle;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.ChartSpec.Series.Role;

/** Turns the series of a description into those of the control, for the part that is visible now. */
final class SeriesPainter {
    /** Up to so many points of a line get a marker each. */
    private static final int MARKED = 30;
    private static final int MANY = 500;
    private static final int HEIGHT = 5;

    private final Chart control;
    private final ResourceManager resources;
    private final PointTip tip;
    private final HiddenSeries hidden;
    private Optional<Scale> heights = Optional.empty();

    SeriesPainter(Chart control, ResourceManager resources, PointTip tip, HiddenSeries hidden) {
        this.control = control;
        this.resources = resources;
        this.tip = tip;
        this.hidden = hidden;
    }

    void clear() {
        Arrays.stream(control.getSeriesSet().getSeries()).map(ISeries::getId).toList().forEach(control.getSeriesSet()::deleteSeries);
        tip.clear();
    }

    void paint(ChartSpec chart) {
        clear();
        List<SeriesStyle> styles = SeriesStyle.of(chart);
        heights = chart.kind() == Kind.CONTOUR ? Optional.of(new Contour(chart).values()) : Optional.empty();
        for (int i = 0; i < chart.series().size(); i++) {
            Series series = chart.series().get(i);
            if (chart.kind() == Kind.BAR && series.role() == Role.DATA) {
                bars("s" + i, chart, series, styles.get(i));
            } else {
                lines("s" + i, chart, series, styles.get(i));
            }
        }
    }

    private void lines(String id, ChartSpec chart, Series series, SeriesStyle style) {
        Point size = control.getPlotArea().getSize();
        List<ShownSeries> pieces = ShownSeries.pieces(chart, series, pixel(control.getAxisSet().getXAxis(0), Math.max(1, size.x)),
                pixel(control.getAxisSet().getYAxis(0), Math.max(1, size.y)));
        for (int i = 0; i < pieces.size(); i++) {
            ShownSeries piece = pieces.get(i);
            ILineSeries<?> line = (ILineSeries<?>) control.getSeriesSet().createSeries(SeriesType.LINE, id + "." + i);
            line.setXSeries(piece.x());
            line.setYSeries(piece.y());
            line.setDescription(series.name());
            line.setVisibleInLegend(i == 0);
            look(line, chart, series, style, piece.x().length);
            show(line, series, piece);
        }
    }

    /** What is hidden stays in the legend, so that a click brings it back. */
    private void show(ISeries<?> shape, Series series, ShownSeries points) {
        boolean shown = !hidden.contains(series);
        shape.setVisible(shown);
        if (shown) {
            tip.add(series, points);
        }
    }

    private void look(ILineSeries<?> line, ChartSpec chart, Series series, SeriesStyle style, int points) {
        Color colour = hidden.contains(series) ? control.getAxisSet().getXAxis(0).getGrid().getForeground()
                : ChartColours.series(rgb(series, style), control.getPlotArea().getBackground().getRGB(), resources);
        boolean reference = series.role() == Role.REFERENCE;
        boolean scatter = (chart.kind() == Kind.SCATTER || heights.isPresent()) && !reference;
        boolean marked = scatter || !reference && (series.x().length <= MARKED || points == 1);
        line.setLineColor(colour);
        line.setSymbolColor(colour);
        line.setLineWidth(reference ? 1 : 2);
        line.setLineStyle(scatter ? LineStyle.NONE : lineStyle(style.dash()));
        line.setSymbolType(heights.isPresent() ? PlotSymbolType.CIRCLE : marked ? symbol(style.marker()) : PlotSymbolType.NONE);
        line.setSymbolSize(heights.isPresent() ? HEIGHT : scatter && points > MANY ? 2 : 3);
        line.setAntialias(SWT.ON);
    }

    /** A point with a value says it by its colour: the surface behind it has the same. */
    private int rgb(Series series, SeriesStyle style) {
        return heights.filter(scale -> series.values().length > 0).map(scale -> ColourRamp.at(scale.at(series.values()[0]))).orElse(style.rgb());
    }

    private void bars(String id, ChartSpec chart, Series series, SeriesStyle style) {
        IBarSeries<?> bars = (IBarSeries<?>) control.getSeriesSet().createSeries(SeriesType.BAR, id);
        bars.setDescription(series.name());
        bars.setBarColor(ChartColours.series(style.rgb(), control.getPlotArea().getBackground().getRGB(), resources));
        bars.setBarPadding(20);
        ShownSeries points = chart.x().categories().isEmpty() ? measured(series) : named(series, chart.x().categories().size());
        bars.setXSeries(points.x());
        bars.setYSeries(points.y());
        show(bars, series, points);
    }

    /** The bars that have a place on both axes. */
    private ShownSeries measured(Series series) {
        int[] shown = IntStream.range(0, series.x().length).filter(i -> placed(control.getAxisSet().getXAxis(0), series.x()[i])
                && placed(control.getAxisSet().getYAxis(0), series.y()[i])).toArray();
        return new ShownSeries(Arrays.stream(shown).mapToDouble(i -> series.x()[i]).toArray(), Arrays.stream(shown).mapToDouble(i -> series.y()[i]).toArray());
    }

    /** On an axis of names the control counts bars instead of asking for their position: each name gets its value or an empty bar. */
    private ShownSeries named(Series series, int names) {
        IAxis up = control.getAxisSet().getYAxis(0);
        double[] byName = new double[names];
        Arrays.fill(byName, up.isLogScaleEnabled() ? up.getRange().lower : 0);
        for (int i = 0; i < series.x().length; i++) {
            int index = (int) Math.round(series.x()[i]);
            if (index >= 0 && index < names && placed(up, series.y()[i])) {
                byName[index] = series.y()[i];
            }
        }
        return new ShownSeries(IntStream.range(0, names).asDoubleStream().toArray(), byName);
    }

    private static boolean placed(IAxis axis, double value) {
        return Double.isFinite(value) && (!axis.isLogScaleEnabled() || value > 0);
    }

    /** Positions to a pixel; all that is out of sight on one side counts as one column. */
    private static DoubleUnaryOperator pixel(IAxis axis, int length) {
        boolean log = axis.isLogScaleEnabled();
        double low = log ? Math.log10(axis.getRange().lower) : axis.getRange().lower;
        double high = log ? Math.log10(axis.getRange().upper) : axis.getRange().upper;
        return value -> {
            if (!Double.isFinite(value) || log && value <= 0) {
                return Double.NaN;
            }
            double at = ((log ? Math.log10(value) : value) - low) / (high - low) * length;
            return Math.clamp(at, -1, length + 1.0);
        };
    }

    private static LineStyle lineStyle(SeriesStyle.Dash dash) {
        return switch (dash) {
            case SOLID -> LineStyle.SOLID;
            case DASH -> LineStyle.DASH;
            case DOT -> LineStyle.DOT;
            case DASH_DOT -> LineStyle.DASHDOT;
            case DASH_DOT_DOT -> LineStyle.DASHDOTDOT;
        };
    }

    private static PlotSymbolType symbol(SeriesStyle.Marker marker) {
        return switch (marker) {
            case CIRCLE -> PlotSymbolType.CIRCLE;
            case SQUARE -> PlotSymbolType.SQUARE;
            case TRIANGLE -> PlotSymbolType.TRIANGLE;
            case DIAMOND -> PlotSymbolType.DIAMOND;
            case INVERTED_TRIANGLE -> PlotSymbolType.INVERTED_TRIANGLE;
            case PLUS -> PlotSymbolType.PLUS;
            case CROSS -> PlotSymbolType.CROSS;
        };
    }
}
