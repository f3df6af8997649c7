package org.orrery.classification;

import java.util.Arrays;
import java.util.List;

import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Schema;
import org.orrery.data.Table;

/** A result as text, without the columns that may differ between two runs of the same request. */
final class ResultText {
    private final StringBuilder text = new StringBuilder();

    static String of(Result result) {
        ResultText whole = new ResultText();
        for (Figure figure : result.figures()) {
            whole.text.append(figure.name()).append(" = ").append(figure.value()).append('\n');
        }
        result.tables().forEach(whole::table);
        for (ChartSpec chart : result.charts()) {
            chart.series().forEach(series -> whole.text.append(chart.id()).append(' ').append(series.name())
                    .append(Arrays.toString(series.x())).append(Arrays.toString(series.y())).append('\n'));
        }
        result.findings().forEach(finding -> whole.text.append(finding).append('\n'));
        result.warnings().forEach(warning -> whole.text.append(warning).append('\n'));
        return whole.text.toString();
    }

    private void table(ResultTable table) {
        text.append(table.id()).append('\n');
        switch (table.rows()) {
            case ResultTable.InMemory memory -> rows(memory.table());
            case ResultTable.OnDisk disk -> disk.stored().forEachBlock(this::rows);
        }
    }

    private void rows(Table table) {
        List<String> names = table.schema().names();
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < names.size(); column++) {
                if (!names.get(column).endsWith("Seconds") && !names.get(column).endsWith("MiB")) {
                    text.append(table.value(row, column)).append(';');
                }
            }
            text.append('\n');
        }
    }

    /** The table of that id, which is in memory. */
    static Table table(Result result, String id) {
        return ((ResultTable.InMemory) result.table(id).orElseThrow().rows()).table();
    }

    /** The value in the row where the first column has that text. */
    static Object value(Table table, String first, String column) {
        Schema schema = table.schema();
        for (int row = 0; row < table.rows(); row++) {
            if (first.equals(table.value(row, 0))) {
                return table.value(row, schema.indexOf(column));
            }
        }
        throw new AssertionError("No row " + first);
    }
}
