package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.StoredRows;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.data.Table;

/** One chart for each feature whose partial dependence is stored: a line over a number, bars over levels. */
final class DependenceCharts {
    private record Point(Double value, String level, String label, double mean, double lower, double upper) {
    }

    private final StoredRows stored;

    DependenceCharts(StoredRows stored) {
        this.stored = stored;
    }

    List<ChartSpec> charts() {
        Map<String, List<Point>> features = new LinkedHashMap<>();
        stored.forEachBlock(block -> {
            for (int i = 0; i < block.rows(); i++) {
                features.computeIfAbsent((String) value(block, i, "feature"), name -> new ArrayList<>())
                        .add(new Point((Double) value(block, i, "value"), (String) value(block, i, "level"), (String) value(block, i, "class"),
                                (Double) value(block, i, "mean"), (Double) value(block, i, "lower10"), (Double) value(block, i, "upper90")));
            }
        });
        List<ChartSpec> charts = new ArrayList<>();
        features.forEach((feature, points) -> charts.add(chart("partialDependence-" + (charts.size() + 1), feature, points)));
        return charts;
    }

    private static Object value(Table block, int row, String column) {
        return block.value(row, block.schema().indexOf(column));
    }

    private static ChartSpec chart(String id, String feature, List<Point> points) {
        List<String> classes = points.stream().map(Point::label).distinct().toList();
        boolean numeric = points.get(0).value() != null;
        List<Series> series = new ArrayList<>();
        for (String label : classes) {
            List<Point> own = points.stream().filter(point -> point.label().equals(label)).toList();
            double[] x = new double[own.size()];
            Arrays.setAll(x, i -> numeric ? own.get(i).value() : i);
            series.add(new Series(label, x, own.stream().mapToDouble(Point::mean).toArray(), Series.Role.DATA));
            if (numeric && classes.size() == 1) {
                series.add(new Series(Messages.DependenceCharts_lower, x, own.stream().mapToDouble(Point::lower).toArray(), Series.Role.REFERENCE));
                series.add(new Series(Messages.DependenceCharts_upper, x, own.stream().mapToDouble(Point::upper).toArray(), Series.Role.REFERENCE));
            }
        }
        List<String> levels = points.stream().filter(point -> point.label().equals(classes.get(0))).map(Point::level).toList();
        return new ChartSpec(id, NLS.bind(Messages.DependenceCharts_title, feature), numeric ? ChartSpec.Kind.LINE : ChartSpec.Kind.BAR,
                numeric ? Axis.linear(feature) : Axis.categories(feature, levels), Axis.linear(Messages.DependenceCharts_probability), series,
                PartialDependence.ROWS);
    }
}
