package org.orrery.ui.internal.result;

import java.util.List;

import org.orrery.ui.GridModel;

/** Lines of text as a grid shows them. */
public final class LinesModel implements GridModel {
    private final List<GridColumn> columns;
    private final List<List<String>> lines;

    public LinesModel(List<String> titles, List<List<String>> lines) {
        this.columns = titles.stream().map(title -> new GridColumn(title, "", false)).toList(); //$NON-NLS-1$
        this.lines = lines;
    }

    @Override
    public List<GridColumn> columns() {
        return columns;
    }

    @Override
    public int rows() {
        return lines.size();
    }

    @Override
    public String text(int row, int column) {
        return lines.get(row).get(column);
    }

    @Override
    public int compare(int column, int row, int other) {
        return String.CASE_INSENSITIVE_ORDER.compare(text(row, column), text(other, column));
    }
}
