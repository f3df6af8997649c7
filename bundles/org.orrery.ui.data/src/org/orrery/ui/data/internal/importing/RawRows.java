package org.orrery.ui.data.internal.importing;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.DisplayText;
import org.orrery.data.ImportPreview;
import org.orrery.data.ImportPreview.Row;
import org.orrery.ui.Formats;
import org.orrery.ui.GridModel;

/** The first rows of a file as they stand in it, with the lines they begin at. */
final class RawRows implements GridModel {
    /** A table of the system takes seconds for more. */
    private static final int MOST_COLUMNS = 200;

    private final List<Row> rows;
    private final int shown;
    private final List<GridColumn> columns = new ArrayList<>();

    RawRows(ImportPreview preview) {
        rows = preview.rows();
        columns.add(new GridColumn(Messages.RawRows_line, Messages.RawRows_lineTip, true));
        int widest = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<String> names = preview.names();
        int all = Math.max(widest, names.size());
        shown = Math.min(MOST_COLUMNS, all);
        for (int i = 0; i < shown; i++) {
            String name = i < names.size() ? names.get(i) : Integer.toString(i + 1);
            ColumnType type = preview.schema().find(name).map(Column::type).orElse(ColumnType.TEXT);
            columns.add(new GridColumn(DisplayText.of(name), type.id(), type.isNumeric()));
        }
        if (all > shown) {
            columns.add(new GridColumn(NLS.bind(Messages.RawRows_more, Formats.count(all - shown)), "", false)); //$NON-NLS-1$
        }
    }

    @Override
    public List<GridColumn> columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows.size();
    }

    @Override
    public String text(int row, int column) {
        Row wanted = rows.get(row);
        if (column == 0) {
            return Long.toString(wanted.line());
        }
        return column <= Math.min(shown, wanted.cells().size()) ? DisplayText.of(wanted.cells().get(column - 1)) : ""; //$NON-NLS-1$
    }

    @Override
    public int compare(int column, int row, int other) {
        return column == 0 ? Long.compare(rows.get(row).line(), rows.get(other).line())
                : String.CASE_INSENSITIVE_ORDER.compare(text(row, column), text(other, column));
    }
}
