package org.orrery.ui.internal.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.Names;
import org.orrery.analysis.result.ResultTable;
import org.orrery.ui.TableModel;
import org.orrery.ui.ValueModel;
import org.orrery.ui.charts.ChartPoint;

/** Finds the row of a table from which a point of a chart was drawn. */
final class PointRow {
    private PointRow() {
    }

    /** The values of that row by column; empty when none, or more than one, holds both positions of the point. */
    static Optional<Map<String, Object>> of(ResultTable table, ChartPoint point, Names names) {
        if (!(table.rows() instanceof ResultTable.InMemory memory)) {
            return Optional.empty();
        }
        ValueModel model = TableModel.ofResult(memory.schema(), List.of(memory.table()), table.labels(), names);
        List<Integer> found = new ArrayList<>();
        for (int row = 0; row < model.rows(); row++) {
            if (holds(model, row, point.x()) && holds(model, row, point.y())) {
                found.add(row);
            }
        }
        // Several models may share a point; then the one that the series is named after.
        List<Integer> own = found.size() == 1 ? found : found.stream().filter(row -> names(model, row, point.series().name())).toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(RowLinks.values(model, own.get(0)));
    }

    private static boolean holds(ValueModel model, int row, double position) {
        for (int column = 0; column < model.schema().size(); column++) {
            if (model.value(row, column) instanceof Number number && number.doubleValue() == position) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(ValueModel model, int row, String series) {
        for (int column = 0; column < model.schema().size(); column++) {
            if (model.value(row, column) instanceof String && model.text(row, column).equals(series)) {
                return true;
            }
        }
        return false;
    }
}
