package org.orrery.external;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Result;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

/** What metrics look like in a result: figures, warnings, a table at a glance, charts. */
final class MetricResult {
    private static final int CHART_POINTS = 2_000;
    private static final int CHARTS = 24;

    private final List<MetricSummary> metrics;

    MetricResult(List<MetricSummary> metrics) {
        this.metrics = metrics;
    }

    /** Adds figures, and a warning for each metric that is not finite throughout. */
    void figures(Result.Builder result) {
        for (MetricSummary metric : metrics) {
            String name = figure(metric);
            result.figure(name + ".last", metric.last(), NLS.bind(Messages.ExternalResult_last, metric.name()));
            result.figure(name + ".best", metric.best(), NLS.bind(Messages.ExternalResult_best, metric.name()));
            if (metric.notFinite() > 0) {
                result.warning("metric-not-finite", NLS.bind(Messages.ExternalResult_notFinite,
                        new Object[] {metric.name(), metric.notFinite(), number(metric.firstNotFinite())}));
            }
        }
        metrics.stream().findFirst().ifPresent(metric -> result.best(figure(metric) + ".best",
                metric.largerIsBetter() ? Result.Better.LARGER : Result.Better.SMALLER));
    }

    private static String figure(MetricSummary metric) {
        return metric.name().replaceAll("[^A-Za-z0-9._-]", "-");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** One row a metric. */
    Table summary() {
        TableBuilder table = Table.builder(new Schema(List.of(Column.of("name", ColumnType.TEXT), Column.of("values", ColumnType.INTEGER),
                Column.of("last", ColumnType.REAL), Column.of("lastStep", ColumnType.REAL), Column.of("best", ColumnType.REAL),
                Column.of("bestStep", ColumnType.REAL), Column.of("min", ColumnType.REAL), Column.of("max", ColumnType.REAL),
                Column.of("notFinite", ColumnType.INTEGER))));
        for (MetricSummary metric : metrics) {
            table.row(metric.name(), metric.count(), real(metric.last()), real(metric.lastStep()), real(metric.best()), real(metric.bestStep()),
                    real(metric.least()), real(metric.most()), metric.notFinite());
        }
        return table.build();
    }

    private static Object real(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static final class Points {
        private double[] x = new double[64];
        private double[] y = new double[64];
        private int count;
        private int stride = 1;
        private long seen;

        /** Every so many values, so that a picture stays small; the table has all of them. */
        void add(double step, double value) {
            if (seen++ % stride != 0) {
                return;
            }
            if (count == CHART_POINTS * 2) {
                thin();
            }
            if (count == x.length) {
                x = Arrays.copyOf(x, count * 2);
                y = Arrays.copyOf(y, count * 2);
            }
            x[count] = step;
            y[count++] = value;
        }

        private void thin() {
            for (int i = 0; i < count / 2; i++) {
                x[i] = x[2 * i];
                y[i] = y[2 * i];
            }
            count /= 2;
            stride *= 2;
        }
    }

    /** A line for each metric, thinned out; the table has every value. */
    static List<ChartSpec> charts(Consumer<Consumer<Table>> metrics) {
        Map<String, Points> series = new LinkedHashMap<>();
        metrics.accept(block -> {
            for (int row = 0; row < block.rows(); row++) {
                String name = (String) block.value(row, 0);
                Object value = block.value(row, 3);
                series.computeIfAbsent(name, key -> new Points()).add((Double) block.value(row, 1), value == null ? Double.NaN : (Double) value);
            }
        });
        List<ChartSpec> charts = new ArrayList<>();
        series.entrySet().stream().limit(CHARTS).forEach(entry -> {
            Points points = entry.getValue();
            charts.add(new ChartSpec(chartId(entry.getKey(), charts), entry.getKey(), ChartSpec.Kind.LINE,
                    ChartSpec.Axis.linear(Messages.ExternalResult_step), ChartSpec.Axis.linear(entry.getKey()),
                    List.of(new ChartSpec.Series(entry.getKey(), Arrays.copyOf(points.x, points.count), Arrays.copyOf(points.y, points.count),
                            ChartSpec.Series.Role.DATA)), "metrics"));
        });
        return charts;
    }

    private static String chartId(String metric, List<ChartSpec> others) {
        String id = ("metric-" + metric.toLowerCase(Locale.ROOT)).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
        return others.stream().anyMatch(other -> other.id().equals(id)) ? id + "-" + (others.size() + 1) : id;
    }
}
