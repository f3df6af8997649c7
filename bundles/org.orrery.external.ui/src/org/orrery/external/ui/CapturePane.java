package org.orrery.external.ui;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.orrery.analysis.Names;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Table;
import org.orrery.ui.Grid;
import org.orrery.ui.TableModel;
import org.orrery.ui.charts.ChartView;

/** The series that patterns have captured: a line of figures for each, and the curve of the selected one. */
final class CapturePane {
    private final Grid grid;
    private final ChartView chart;
    private List<ChartSpec> charts = List.of();

    CapturePane(Composite parent) {
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        grid = new Grid(sash, "patterns.captured", Messages.CapturePane_series); //$NON-NLS-1$
        chart = new ChartView(sash, SWT.NONE);
        chart.setData("orrery.id", "patterns.chart"); //$NON-NLS-1$ //$NON-NLS-2$
        grid.colour(chart);
        sash.setWeights(40, 60);
        grid.onSelect(this::draw);
    }

    void show(Optional<Result> result) {
        charts = result.map(Result::charts).orElse(List.of());
        Optional<ResultTable> summary = result.flatMap(each -> each.tables().stream().filter(table -> table.id().equals("summary")).findFirst()); //$NON-NLS-1$
        summary.ifPresent(table -> {
            Table rows = ((ResultTable.InMemory) table.rows()).table();
            grid.show(TableModel.ofResult(rows.schema(), List.of(rows), table.labels(), Names.NONE));
        });
        draw();
    }

    private void draw() {
        int row = Math.max(0, grid.selectedRow());
        if (row < charts.size()) {
            chart.setChart(charts.get(row));
        }
    }
}
