package org.orrery.report.chart;

import java.util.function.Function;

import org.orrery.analysis.render.Ticks;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.ChartSpec;

/**
 * The ends of an axis.
 *
 * @param low the lower end
 * @param high the upper end, larger
 * @param logarithmic whether the scale is logarithmic; then the lower end is positive
 */
record AxisRange(double low, double high, boolean logarithmic) {
    /** The horizontal ends: those of the data for lines, else with some room. */
    static AxisRange horizontal(ChartSpec chart) {
        Axis axis = chart.x();
        if (!axis.categories().isEmpty()) {
            return new AxisRange(-0.5, axis.categories().size() - 0.5, false);
        }
        double[] data = extent(chart, Series::x, axis.logarithmic());
        boolean lines = chart.kind() == Kind.LINE || chart.kind() == Kind.STEP;
        if (chart.kind() == Kind.BAR && !axis.logarithmic()) {
            double half = BarSlots.width(chart) / 2;
            data = new double[] {data[0] - half, data[1] + half};
        }
        return of(axis, data, !lines);
    }

    /** The vertical ends, with zero among them for bars. */
    static AxisRange vertical(ChartSpec chart) {
        Axis axis = chart.y();
        if (!axis.categories().isEmpty()) {
            return new AxisRange(-0.5, axis.categories().size() - 0.5, false);
        }
        double[] data = extent(chart, Series::y, axis.logarithmic());
        if (chart.kind() == Kind.BAR && !axis.logarithmic()) {
            data = new double[] {Math.min(0, data[0]), Math.max(0, data[1])};
        }
        return of(axis, data, true);
    }

    private static AxisRange of(Axis axis, double[] data, boolean nice) {
        double low = Double.isNaN(axis.min()) ? data[0] : axis.min();
        double high = Double.isNaN(axis.max()) ? data[1] : axis.max();
        if (axis.logarithmic()) {
            return logarithmic(axis, low, high);
        }
        if (low > high) {
            double swap = low;
            low = high;
            high = swap;
        }
        if (!(high > low)) {
            double room = low == 0 ? 1 : Math.abs(low) * 0.05;
            low -= room;
            high += room;
        }
        if (nice) {
            double step = Ticks.step(low, high, 5);
            low = Double.isNaN(axis.min()) ? finite(Math.floor(low / step + 1e-9) * step, low) : low;
            high = Double.isNaN(axis.max()) ? finite(Math.ceil(high / step - 1e-9) * step, high) : high;
        }
        return new AxisRange(low, high, false);
    }

    private static AxisRange logarithmic(Axis axis, double from, double to) {
        double low = from > 0 ? from : to > 0 ? to / 1_000 : 0.1;
        double high = to > low ? to : finite(low * 10, Double.MAX_VALUE);
        if (!(high > low)) {
            low = high / 10;
        }
        // Whole decades, unless the data lie within one.
        if (Double.isNaN(axis.min()) && high / low > 10) {
            low = Math.max(Double.MIN_NORMAL, Math.pow(10, Math.floor(Math.log10(low))));
        }
        if (Double.isNaN(axis.max()) && high / low > 10) {
            high = finite(Math.pow(10, Math.ceil(Math.log10(high))), high);
        }
        return new AxisRange(low, high, true);
    }

    private static double finite(double value, double otherwise) {
        return Double.isFinite(value) ? value : otherwise;
    }

    /** The least and the largest value that can be shown; 0 and 1 (1 and 10) when there is none. */
    private static double[] extent(ChartSpec chart, Function<Series, double[]> values, boolean logarithmic) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Series series : chart.series()) {
            for (double value : values.apply(series)) {
                if (Double.isFinite(value) && (!logarithmic || value > 0)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        if (low > high) {
            return logarithmic ? new double[] {1, 10} : new double[] {0, 1};
        }
        return new double[] {low, high};
    }
}
