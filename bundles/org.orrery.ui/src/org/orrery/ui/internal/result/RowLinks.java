package org.orrery.ui.internal.result;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

import org.orrery.ui.ValueModel;

/** Where the rows of the tables of a run lead to. On the user interface thread. */
public interface RowLinks {
    /** The column in which tables of results name a row of the data set of the run, counted from 1. */
    String ROW = "row"; //$NON-NLS-1$

    /** Whether the data set of the run can be opened and still is what it was. */
    boolean hasData();

    /** Opens the data set of the run at a row, counted from 1. */
    void showData(long row);

    /** Whether there are rows of predictions behind a row of a result with these values by column name. */
    boolean hasRowsBehind(Map<String, Object> values);

    /**
     * The cells of a row of a matrix that count predictions, in the order of their columns: by column name, the values that such a cell stands for. Empty
     * for a row that counts as a whole.
     */
    Map<String, Map<String, Object>> cellsBehind(Map<String, Object> values);

    /** Shows them; the values are those of a row or those of a cell. */
    void showRowsBehind(Map<String, Object> values);

    /** The row of the data set that a row of a table is about; empty when it is about none. */
    static OptionalLong dataRow(ValueModel model, int row) {
        int column = model.schema().indexOf(ROW);
        return column >= 0 && model.value(row, column) instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** The values of a row by the names of their columns, without those that are missing. */
    static Map<String, Object> values(ValueModel model, int row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int column = 0; column < model.schema().size(); column++) {
            Object value = model.value(row, column);
            if (value != null) {
                values.put(model.schema().columns().get(column).name(), value);
            }
        }
        return values;
    }
}
