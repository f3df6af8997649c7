package org.orrery.ui.charts;

import java.util.function.Function;

import org.eclipse.swtchart.Range;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.analysis.result.ChartSpec.Series;

/** What an axis shows before the user zooms. */
final class AxisSpan {
    private static final double ROOM = 0.03;

    private AxisSpan() {
    }

    static Range horizontal(ChartSpec chart) {
        return span(chart, chart.x(), Series::x, false);
    }

    static Range vertical(ChartSpec chart) {
        return span(chart, chart.y(), Series::y, chart.kind() == Kind.BAR);
    }

    private static Range span(ChartSpec chart, Axis axis, Function<Series, double[]> values, boolean withZero) {
        if (!axis.categories().isEmpty()) {
            return new Range(-0.5, axis.categories().size() - 0.5);
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Series series : chart.series()) {
            for (double value : values.apply(series)) {
                if (Double.isFinite(value) && (!axis.logarithmic() || value > 0)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        if (low > high) {
            low = axis.logarithmic() ? 1 : 0;
            high = axis.logarithmic() ? 10 : 1;
        }
        if (withZero && !axis.logarithmic()) {
            low = Math.min(0, low);
            high = Math.max(0, high);
        }
        return axis.logarithmic() ? logarithmic(axis, low, high) : linear(axis, low, high);
    }

    private static Range linear(Axis axis, double low, double high) {
        double room = high > low ? (high - low) * ROOM : Math.max(Math.abs(low) * 0.05, 0.5);
        double from = Double.isNaN(axis.min()) ? low == 0 && high > 0 ? 0 : low - room : axis.min();
        double to = Double.isNaN(axis.max()) ? high == 0 && low < 0 ? 0 : high + room : axis.max();
        return new Range(Math.min(from, to), from == to ? to + 1 : Math.max(from, to));
    }

    private static Range logarithmic(Axis axis, double low, double high) {
        double from = axis.min() > 0 ? axis.min() : Math.max(Double.MIN_NORMAL, low / 1.2);
        double to = axis.max() > from ? axis.max() : high * 1.2;
        return new Range(from, to > from ? to : from * 10);
    }
}
