package org.orrery.ui.charts;

import java.util.Arrays;
import java.util.List;
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

    private final Chart control;
    private final ResourceManager resources;
    private final PointTip tip;

    SeriesPainter(Chart control, ResourceManager resources, PointTip tip) {
        this.control = control;
        this.resources = resources;
        this.tip = tip;
    }

    void paint(ChartSpec chart) {
        Arrays.stream(control.getSeriesSet().getSeries()).map(ISeries::getId).toList().forEach(control.getSeriesSet()::deleteSeries);
        tip.clear();
        List<SeriesStyle> styles = SeriesStyle.of(chart);
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
            tip.add(series, piece);
        }
    }

    private void look(ILineSeries<?> line, ChartSpec chart, Series series, SeriesStyle style, int points) {
        Color colour = ChartColours.series(style.rgb(), resources);
        boolean reference = series.role() == Role.REFERENCE;
        boolean scatter = chart.kind() == Kind.SCATTER && !reference;
        boolean marked = scatter || !reference && (series.x().length <= MARKED || points == 1);
        line.setLineColor(colour);
        line.setSymbolColor(colour);
        line.setLineWidth(reference ? 1 : 2);
        line.setLineStyle(scatter ? LineStyle.NONE : lineStyle(style.dash()));
        line.setSymbolType(marked ? symbol(style.marker()) : PlotSymbolType.NONE);
        line.setSymbolSize(scatter && points > MANY ? 2 : 3);
        line.setAntialias(SWT.ON);
    }

    /** On an axis of names the control counts bars instead of asking for their position: each name gets its value or none. */
    private void bars(String id, ChartSpec chart, Series series, SeriesStyle style) {
        IBarSeries<?> bars = (IBarSeries<?>) control.getSeriesSet().createSeries(SeriesType.BAR, id);
        bars.setDescription(series.name());
        bars.setBarColor(ChartColours.series(style.rgb(), resources));
        bars.setBarPadding(20);
        double[] x = series.x();
        double[] y = series.y();
        if (!chart.x().categories().isEmpty()) {
            double[] byName = new double[chart.x().categories().size()];
            for (int i = 0; i < x.length; i++) {
                int index = (int) Math.round(x[i]);
                if (index >= 0 && index < byName.length && Double.isFinite(y[i])) {
                    byName[index] = y[i];
                }
            }
            x = IntStream.range(0, byName.length).asDoubleStream().toArray();
            y = byName;
        } else {
            int[] finite = IntStream.range(0, x.length).filter(i -> Double.isFinite(series.x()[i]) && Double.isFinite(series.y()[i])).toArray();
            x = Arrays.stream(finite).mapToDouble(i -> series.x()[i]).toArray();
            y = Arrays.stream(finite).mapToDouble(i -> series.y()[i]).toArray();
        }
        bars.setXSeries(x);
        bars.setYSeries(y);
        tip.add(series, new ShownSeries(x, y));
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
