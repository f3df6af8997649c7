package org.orrery.external;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.StoredRows;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

/** The figures, tables and charts of a program that has ended. */
final class ExternalResult {
    private static final int CHART_POINTS = 2_000;
    private static final int CHARTS = 24;

    private final ExternalOutcome.Ended end;
    private final StoredRows metrics;

    ExternalResult(ExternalOutcome.Ended end, StoredRows metrics) {
        this.end = end;
        this.metrics = metrics;
    }

    Result result() {
        Result.Builder result = Result.builder();
        result.figure("exitCode", (long) end.exitCode(), Messages.ExternalResult_exitCode);
        result.figure(new Figure("cpuSeconds", end.cpuSeconds(), Messages.ExternalResult_cpuSeconds, Figure.Format.SECONDS));
        result.figure(new Figure("peakRssMiB", end.peakRssMiB(), Messages.ExternalResult_peakRss, Figure.Format.MEBIBYTES));
        result.figure("lines", end.lines(), Messages.ExternalResult_lines);
        for (MetricSummary metric : end.metrics()) {
            String name = metric.name().replaceAll("[^A-Za-z0-9._-]", "-");
            result.figure(name + ".last", metric.last(), NLS.bind(Messages.ExternalResult_last, metric.name()));
            result.figure(name + ".best", metric.best(), NLS.bind(Messages.ExternalResult_best, metric.name()));
        }
        end.metrics().stream().findFirst().ifPresent(metric -> result.best(metric.name().replaceAll("[^A-Za-z0-9._-]", "-") + ".best"));
        warn(result);
        result.table(new ResultTable("metrics", Messages.ExternalResult_metrics,
                end.metrics().isEmpty() ? new ResultTable.InMemory(Table.builder(MetricBoard.SCHEMA).build()) : new ResultTable.OnDisk(metrics),
                Map.of()));
        result.table(ResultTable.of("summary", Messages.ExternalResult_summary, summary()));
        result.table(ResultTable.of("artifacts", Messages.ExternalResult_artifacts, artifacts()));
        charts().forEach(result::chart);
        return result.build();
    }

    private void warn(Result.Builder result) {
        if (end.outOfTime()) {
            result.warning("out-of-time", Messages.ExternalResult_outOfTime);
        }
        for (MetricSummary metric : end.metrics()) {
            if (metric.notFinite() > 0) {
                result.warning("metric-not-finite", NLS.bind(Messages.ExternalResult_notFinite,
                        new Object[] {metric.name(), metric.notFinite(), number(metric.firstNotFinite())}));
            }
        }
        if (!end.slowPatterns().isEmpty()) {
            result.warning("pattern-too-slow", NLS.bind(Messages.ExternalResult_slow,
                    end.slowPatterns().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        if (end.unheard() > 0) {
            result.warning("log-cut", NLS.bind(Messages.ExternalResult_unheard, LogLines.MOST_LINES, end.unheard()));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private Table summary() {
        TableBuilder table = Table.builder(new Schema(List.of(Column.of("name", ColumnType.TEXT), Column.of("values", ColumnType.INTEGER),
                Column.of("last", ColumnType.REAL), Column.of("lastStep", ColumnType.REAL), Column.of("best", ColumnType.REAL),
                Column.of("bestStep", ColumnType.REAL), Column.of("min", ColumnType.REAL), Column.of("max", ColumnType.REAL),
                Column.of("notFinite", ColumnType.INTEGER))));
        for (MetricSummary metric : end.metrics()) {
            table.row(metric.name(), metric.count(), real(metric.last()), real(metric.lastStep()), real(metric.best()), real(metric.bestStep()),
                    real(metric.least()), real(metric.most()), metric.notFinite());
        }
        return table.build();
    }

    private static Object real(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private Table artifacts() {
        TableBuilder table = Table.builder(new Schema(List.of(Column.of("file", ColumnType.TEXT))));
        end.artifacts().forEach(table::row);
        return table.build();
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

    private List<ChartSpec> charts() {
        Map<String, Points> series = new LinkedHashMap<>();
        metrics.forEachBlock(block -> {
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
