package org.orrery.ui.internal.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.UnitProgress;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.jobs.Curve;

/** The series that units report, as charts: one a name, with a line for each unit. */
public final class CurveCharts {
    private static final int LINES = 10;
    private static final int RANGES = 4;
    private static final int STRETCHES = 120;
    private static final double TAIL = 0.02;
    private static final double MARGIN = 0.05;
    private static final double MICROS = 1e6;
    private static final long DAY = 86_400_000_000L;

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

    /** The charts in the order in which the series began. */
    static List<ChartSpec> of(List<Labelled> curves, CurveView view) {
        Map<String, List<Labelled>> byName = new LinkedHashMap<>();
        Map<Long, Long> began = new LinkedHashMap<>();
        for (Labelled curve : curves) {
            byName.computeIfAbsent(curve.curve().name(), name -> new ArrayList<>()).add(curve);
            Arrays.stream(curve.curve().micros()).limit(1).forEach(first -> began.merge(curve.run(), first, Math::min));
        }
        // What the machine does comes after what the work has to say.
        return byName.entrySet().stream().sorted(Comparator.comparing(entry -> entry.getKey().startsWith(UnitProgress.SYSTEM)))
                .map(entry -> chart(entry.getKey(), entry.getValue(), began, view)).toList();
    }

    private static ChartSpec chart(String name, List<Labelled> lines, Map<Long, Long> began, CurveView view) {
        List<Labelled> drawn = some(lines);
        String title = drawn.size() == lines.size() ? name : NLS.bind(Messages.CurveCharts_some, new Object[] {name, drawn.size(), lines.size()});
        List<Series> series = new ArrayList<>();
        for (Labelled line : drawn) {
            double[] x = across(line, began.getOrDefault(line.run(), 0L), view.across());
            if (view.range() && view.smoothing() > 0 && drawn.size() <= RANGES) {
                series.add(range(line, x));
            }
            series.add(new Series(line.label(), x, smoothed(line.curve().values(), view.smoothing()), Series.Role.DATA));
        }
        return new ChartSpec("metric." + name, title, ChartSpec.Kind.LINE, horizontal(series, view), vertical(name, drawn, view), series, ""); //$NON-NLS-1$ //$NON-NLS-2$
    }

    /**
     * The place of a point that is drawn, in its curve; −1 for none.
     *
     * @param x where it is drawn
     * @param lines the curves of the chart, all of them
     */
    static int place(Labelled line, double x, List<Labelled> lines, CurveView view) {
        long began = lines.stream().filter(each -> each.run() == line.run() && each.curve().micros().length > 0)
                .mapToLong(each -> each.curve().micros()[0]).min().orElse(0);
        double[] all = across(line, began, view.across());
        for (int i = 0; i < all.length; i++) {
            if (all[i] == x) {
                return i;
            }
        }
        return -1;
    }

    private static Axis horizontal(List<Series> series, CurveView view) {
        String label = switch (view.across()) {
            case STEP -> Messages.CurveCharts_step;
            case RELATIVE -> Messages.CurveCharts_relative;
            case WALL -> Messages.CurveCharts_wall;
        };
        boolean positive = series.stream().allMatch(line -> Arrays.stream(line.x()).allMatch(x -> x > 0));
        return new Axis(label, Double.NaN, Double.NaN, view.logarithmicX() && positive, List.of());
    }

    private static Axis vertical(String name, List<Labelled> lines, CurveView view) {
        double[] finite = lines.stream().flatMapToDouble(line -> Arrays.stream(line.curve().values())).filter(Double::isFinite).sorted().toArray();
        boolean logarithmic = view.logarithmic() && finite.length > 0 && finite[0] > 0;
        if (view.outliers() || logarithmic || finite.length < 1 / TAIL) {
            return new Axis(name, Double.NaN, Double.NaN, logarithmic, List.of());
        }
        int tail = (int) (finite.length * TAIL);
        double low = finite[tail];
        double high = finite[finite.length - 1 - tail];
        double margin = (high - low) * MARGIN;
        return high > low ? new Axis(name, low - margin, high + margin, false, List.of()) : Axis.linear(name);
    }

    /** As many as a legend can name, the first of each run in turn. */
    private static List<Labelled> some(List<Labelled> lines) {
        Map<Long, List<Labelled>> byRun = new LinkedHashMap<>();
        lines.forEach(line -> byRun.computeIfAbsent(line.run(), run -> new ArrayList<>()).add(line));
        int each = Math.max(1, LINES / byRun.size());
        return byRun.values().stream().flatMap(ofRun -> ofRun.stream().limit(each)).limit(LINES).toList();
    }

    private static double[] across(Labelled line, long began, CurveView.Across across) {
        long[] micros = line.curve().micros();
        return switch (across) {
            case STEP -> Arrays.stream(line.curve().steps()).asDoubleStream().toArray();
            case RELATIVE -> Arrays.stream(micros).mapToDouble(at -> (at - began) / MICROS).toArray();
            case WALL -> Arrays.stream(micros).mapToDouble(at -> (at - Math.floorDiv(began, DAY) * DAY) / MICROS).toArray();
        };
    }

    /** The lowest and the highest value of each stretch, one after the other: what smoothing would hide. */
    private static Series range(Labelled line, double[] x) {
        double[] y = line.curve().values();
        int stretch = Math.max(1, y.length / STRETCHES);
        List<double[]> points = new ArrayList<>();
        for (int from = 0; from < y.length; from += stretch) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < Math.min(y.length, from + stretch); i++) {
                low = Double.isFinite(y[i]) ? Math.min(low, y[i]) : low;
                high = Double.isFinite(y[i]) ? Math.max(high, y[i]) : high;
            }
            if (low <= high) {
                points.add(new double[] {x[from], low});
                points.add(new double[] {x[from], high});
            }
        }
        return new Series(NLS.bind(Messages.CurveCharts_range, line.label()), points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray(), Series.Role.REFERENCE);
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
