package org.orrery.ui.internal.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.Names;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ResultTable;
import org.orrery.ui.TableModel;
import org.orrery.ui.ValueModel;
import org.orrery.ui.charts.ChartPoint;

/** Finds the row of the table of a chart from which a point was drawn. */
final class PointRow {
    private final ChartSpec chart;
    private final ResultTable table;
    private final Names names;

    /** @param names what is read for the words in the table: series and titles are called by them */
    PointRow(ChartSpec chart, ResultTable table, Names names) {
        this.chart = chart;
        this.table = table;
        this.names = names;
    }

    /** The values of that row by column; empty when no row holds both positions of the point. */
    Optional<Map<String, Object>> of(ChartPoint point) {
        if (!(table.rows() instanceof ResultTable.InMemory memory)) {
            return Optional.empty();
        }
        ValueModel model = TableModel.ofResult(memory.schema(), List.of(memory.table()), table.labels(), names);
        List<Integer> found = new ArrayList<>();
        for (int row = 0; row < model.rows(); row++) {
            if (holds(model, row, chart.x(), point.x()) && holds(model, row, chart.y(), point.y())) {
                found.add(row);
            }
        }
        // Several models may share a point; then it is of the one that the series or the chart is named after.
        return found.stream().max(Comparator.comparingLong(row -> said(model, row, point.series().name()))).map(row -> RowLinks.values(model, row));
    }

    /** A place on an axis of names is called by one of the numbers or texts of its row, a bar of a histogram by its lower end. */
    private static boolean holds(ValueModel model, int row, Axis axis, double position) {
        String name = axis.categories().isEmpty() ? "" : axis.categories().get((int) position); //$NON-NLS-1$
        for (int column = 0; column < model.schema().size(); column++) {
            Object value = model.value(row, column);
            boolean here = axis.categories().isEmpty() ? value instanceof Number number && number.doubleValue() == position
                    : value instanceof Double number ? number(name) == number : value != null && name.equals(model.text(row, column));
            if (here) {
                return true;
            }
        }
        return false;
    }

    private static double number(String name) {
        try {
            return Double.parseDouble(name);
        } catch (NumberFormatException e) {
            // A name that is no number.
            return Double.NaN;
        }
    }

    private long said(ValueModel model, int row, String series) {
        long count = 0;
        for (int column = 0; column < model.schema().size(); column++) {
            if (model.value(row, column) instanceof String) {
                String text = model.text(row, column);
                count += text.equals(series) || chart.title().endsWith(text) ? 1 : 0;
            }
        }
        return count;
    }
}
