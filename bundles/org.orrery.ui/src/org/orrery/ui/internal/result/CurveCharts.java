package org.orrery.ui.internal.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.jobs.Curve;

/** The series that units report, as charts: one a name, with a line for each unit. */
public final class CurveCharts {
    private static final int LINES = 10;

    private CurveCharts() {
    }

    /**
     * A named curve.
     *
     * @param run the run that it belongs to
     * @param label what the legend says
     * @param curve its points
     */
    public record Labelled(long run, String label, Curve curve) {
    }

    /**
     * The charts in the order in which the series began.
     *
     * @param smoothing from 0 for none to below 1: how much of the smoothed value before stays in the next
     * @param logarithmic whether the vertical axis is so, where all values are above 0
     */
    public static List<ChartSpec> of(List<Labelled> curves, double smoothing, boolean logarithmic) {
        Map<String, List<Labelled>> byName = new LinkedHashMap<>();
        curves.forEach(curve -> byName.computeIfAbsent(curve.curve().name(), name -> new ArrayList<>()).add(curve));
        List<ChartSpec> charts = new ArrayList<>();
        byName.forEach((name, lines) -> {
            boolean positive = lines.stream().allMatch(line -> Arrays.stream(line.curve().values()).allMatch(value -> value > 0 || Double.isNaN(value)));
            Axis up = new Axis(name, Double.NaN, Double.NaN, logarithmic && positive, List.of());
            List<Labelled> drawn = some(lines);
            String title = drawn.size() == lines.size() ? name : NLS.bind(Messages.CurveCharts_some, new Object[] {name, drawn.size(), lines.size()});
            charts.add(new ChartSpec("metric." + name, title, ChartSpec.Kind.LINE, Axis.linear(Messages.CurveCharts_step), up, //$NON-NLS-1$
                    drawn.stream().map(line -> new Series(line.label(), Arrays.stream(line.curve().steps()).asDoubleStream().toArray(),
                            smoothed(line.curve().values(), smoothing), Series.Role.DATA)).toList(), "")); //$NON-NLS-1$
        });
        return charts;
    }

    /** As many as a legend can name, the first of each run in turn. */
    private static List<Labelled> some(List<Labelled> lines) {
        Map<Long, List<Labelled>> byRun = new LinkedHashMap<>();
        lines.forEach(line -> byRun.computeIfAbsent(line.run(), run -> new ArrayList<>()).add(line));
        int each = Math.max(1, LINES / byRun.size());
        return byRun.values().stream().flatMap(ofRun -> ofRun.stream().limit(each)).limit(LINES).toList();
    }

    /** An exponential moving average, corrected for its beginning; gaps stay gaps. */
    static double[] smoothed(double[] values, double smoothing) {
        if (smoothing <= 0) {
            return values;
        }
        double[] smooth = new double[values.length];
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                sum = smoothing * sum + (1 - smoothing) * values[i];
                weight = smoothing * weight + 1 - smoothing;
                smooth[i] = sum / weight;
            } else {
                smooth[i] = Double.NaN;
            }
        }
        return smooth;
    }
}
