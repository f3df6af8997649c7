package org.orrery.ui.internal.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;

import org.orrery.analysis.render.ParallelAxes;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.ui.SortKeys;
import org.orrery.ui.charts.ChartPoint;

/** A row for each line of parallel coordinates, with a column for each axis. */
final class CaseModel extends ChartModel {
    private final ChartSpec chart;
    private final List<GridColumn> columns;

    CaseModel(ChartSpec chart) {
        this.chart = chart;
        List<GridColumn> all = new ArrayList<>(List.of(new GridColumn(Messages.ChartModel_series, "", false))); //$NON-NLS-1$
        chart.scales().forEach(scale -> all.add(column(scale)));
        this.columns = List.copyOf(all);
    }

    @Override
    public List<GridColumn> columns() {
        return columns;
    }

    @Override
    public int rows() {
        return chart.series().size();
    }

    @Override
    public int rowOf(ChartPoint point) {
        return chart.series().indexOf(point.series());
    }

    @Override
    public ChartPoint point(int row) {
        Series series = chart.series().get(row);
        int last = chart.scales().size() - 1;
        return new ChartPoint(series, last, ParallelAxes.value(series, last));
    }

    @Override
    public Optional<IntToLongFunction> keys(int column, boolean descending) {
        return column == 0 ? Optional.empty() : Optional.of(row -> SortKeys.of(value(row, column), descending));
    }

    private double value(int row, int column) {
        return ParallelAxes.value(chart.series().get(row), column - 1);
    }

    @Override
    public String text(int row, int column) {
        return column == 0 ? chart.series().get(row).name() : text(chart.scales().get(column - 1), value(row, column));
    }

    @Override
    public int compare(int column, int row, int other) {
        return column == 0 ? text(row, 0).compareTo(text(other, 0)) : Double.compare(value(row, column), value(other, column));
    }
}
