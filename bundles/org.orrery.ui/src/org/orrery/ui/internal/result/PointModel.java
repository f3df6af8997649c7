package org.orrery.ui.internal.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;

import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.ui.SortKeys;
import org.orrery.ui.charts.ChartPoint;

/** A row for each point of a chart, with its value when it has one. */
final class PointModel extends ChartModel {
    private final ChartSpec chart;
    private final int[] starts;
    private final int rows;
    private final List<GridColumn> columns;

    PointModel(ChartSpec chart) {
        this.chart = chart;
        this.starts = new int[chart.series().size()];
        int count = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = count;
            count += chart.series().get(i).x().length;
        }
        this.rows = count;
        List<GridColumn> all = new ArrayList<>(List.of(new GridColumn(Messages.ChartModel_series, "", false), column(chart.x()), column(chart.y()))); //$NON-NLS-1$
        chart.scales().forEach(scale -> all.add(column(scale)));
        this.columns = List.copyOf(all);
    }

    @Override
    public List<GridColumn> columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int rowOf(ChartPoint point) {
        int series = chart.series().indexOf(point.series());
        for (int i = 0; series >= 0 && i < point.series().x().length; i++) {
            if (point.series().x()[i] == point.x() && point.series().y()[i] == point.y()) {
                return starts[series] + i;
            }
        }
        return -1;
    }

    @Override
    public ChartPoint point(int row) {
        return new ChartPoint(chart.series().get(series(row)), value(row, 1), value(row, 2));
    }

    @Override
    public Optional<IntToLongFunction> keys(int column, boolean descending) {
        return column == 0 ? Optional.empty() : Optional.of(row -> SortKeys.of(value(row, column), descending));
    }

    private int series(int row) {
        int found = java.util.Arrays.binarySearch(starts, row);
        int index = found >= 0 ? found : -found - 2;
        // Series without points share their start with the next.
        while (chart.series().get(index).x().length == 0) {
            index++;
        }
        return index;
    }

    private double value(int row, int column) {
        int index = series(row);
        Series series = chart.series().get(index);
        double[] values = column == 1 ? series.x() : column == 2 ? series.y() : series.values();
        int point = row - starts[index];
        return point < values.length ? values[point] : Double.NaN;
    }

    @Override
    public String text(int row, int column) {
        if (column == 0) {
            return chart.series().get(series(row)).name();
        }
        return text(column == 1 ? chart.x() : column == 2 ? chart.y() : chart.scales().getFirst(), value(row, column));
    }

    @Override
    public int compare(int column, int row, int other) {
        return column == 0 ? text(row, 0).compareTo(text(other, 0)) : Double.compare(value(row, column), value(other, column));
    }
}
