package org.orrery.classification;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;

/** What users read over the columns of tables: a word for each name in {@code columns.properties}. Also the columns themselves, by kind. */
final class ColumnLabels {
    private final ResourceBundle words = ResourceBundle.getBundle(ColumnLabels.class.getPackageName() + ".columns",
            Locale.getDefault(), ColumnLabels.class.getClassLoader());

    /** A result table of these rows. */
    ResultTable table(String id, String title, Table table) {
        return new ResultTable(id, title, new ResultTable.InMemory(table), of(table.schema()));
    }

    Map<String, String> of(Schema schema) {
        Map<String, String> labels = new HashMap<>();
        for (String name : schema.names()) {
            if (words.containsKey(name)) {
                labels.put(name, words.getString(name));
            }
        }
        return labels;
    }

    static Column text(String name) {
        return Column.of(name, ColumnType.CATEGORY);
    }

    static Column real(String name) {
        return Column.of(name, ColumnType.REAL);
    }

    static Column whole(String name) {
        return Column.of(name, ColumnType.INTEGER);
    }
}
