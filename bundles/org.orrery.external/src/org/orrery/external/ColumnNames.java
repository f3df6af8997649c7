package org.orrery.external;

import java.util.HashMap;
import java.util.Map;

import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Table;

/** What users read over the columns of results. */
final class ColumnNames {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("best", Messages.ColumnNames_best),
            Map.entry("bestStep", Messages.ColumnNames_bestStep),
            Map.entry("bytes", Messages.ColumnNames_bytes),
            Map.entry("file", Messages.ColumnNames_file),
            Map.entry("last", Messages.ColumnNames_last),
            Map.entry("lastStep", Messages.ColumnNames_lastStep),
            Map.entry("max", Messages.ColumnNames_max),
            Map.entry("min", Messages.ColumnNames_min),
            Map.entry("name", Messages.ColumnNames_name),
            Map.entry("notFinite", Messages.ColumnNames_notFinite),
            Map.entry("seconds", Messages.ColumnNames_seconds),
            Map.entry("sha256", Messages.ColumnNames_sha256),
            Map.entry("step", Messages.ColumnNames_step),
            Map.entry("value", Messages.ColumnNames_value),
            Map.entry("values", Messages.ColumnNames_values));

    private ColumnNames() {
    }

    /** A result table of these rows, with its headings. */
    static ResultTable table(String id, String title, Table table) {
        return table(id, title, new ResultTable.InMemory(table));
    }

    /** A result table of these rows, with its headings. */
    static ResultTable table(String id, String title, ResultTable.Rows rows) {
        Map<String, String> labels = new HashMap<>(WORDS);
        labels.keySet().retainAll(rows.schema().names());
        return new ResultTable(id, title, rows, labels);
    }
}
