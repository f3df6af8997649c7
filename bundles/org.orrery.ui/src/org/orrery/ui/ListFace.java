package org.orrery.ui;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.orrery.ui.GridModel.GridColumn;

/** Rows in the table of the system: screen readers know it, but it does not bear many of them. */
final class ListFace implements GridFace {
    private final Grid grid;
    private final Table table;

    ListFace(Composite parent, Grid grid) {
        this.grid = grid;
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        VirtualRows.fill(table, grid::shownRows, this::fill);
        table.addMouseListener(MouseListener.mouseDoubleClickAdapter(event -> open(new Point(event.x, event.y))));
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> grid.selected()));
    }

    private void open(Point at) {
        TableItem item = table.getItem(at);
        if (item != null) {
            IntStream.range(0, table.getColumnCount()).filter(column -> item.getBounds(column).contains(at)).findFirst()
                    .ifPresent(column -> grid.open(table.indexOf(item), column));
        }
    }

    @Override
    public Control control() {
        return table;
    }

    /** Makes other columns. */
    void columns(List<GridColumn> columns) {
        table.setSortColumn(null);
        // Rows would be rearranged for each column that goes and comes.
        table.removeAll();
        for (TableColumn column : table.getColumns()) {
            column.dispose();
        }
        for (int i = 0; i < columns.size(); i++) {
            GridColumn column = columns.get(i);
            TableColumn widget = new TableColumn(table, column.number() ? SWT.RIGHT : SWT.LEFT);
            widget.setText(column.title());
            widget.setToolTipText(column.tooltip());
            widget.setMoveable(true);
            int index = i;
            widget.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> grid.sortBy(index)));
        }
    }

    /** Fills a row. GTK asks for rows that it has not drawn yet while all are taken away: those have no place any more. */
    private void fill(TableItem item, int place) {
        for (int i = 0; i < table.getColumnCount(); i++) {
            item.setText(i, grid.text(place, i));
        }
    }

    @Override
    public void rows(int count) {
        if (count < table.getItemCount()) {
            // The tool kit takes the rows that are too many away one by one; all of them it drops at once.
            table.removeAll();
        }
        table.setItemCount(count);
        table.clearAll();
    }

    @Override
    public void sorted(int column, boolean descending) {
        table.setSortColumn(column < 0 ? null : table.getColumn(column));
        table.setSortDirection(descending ? SWT.DOWN : SWT.UP);
    }

    @Override
    public int[] widths() {
        int[] widths = new int[table.getColumnCount()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = table.getColumn(i).getWidth();
        }
        return widths;
    }

    @Override
    public void widths(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            table.getColumn(i).setWidth(pixels[i]);
        }
    }

    @Override
    public int[] columnOrder() {
        return table.getColumnOrder();
    }

    @Override
    public int[] selection() {
        return table.getSelectionIndices();
    }

    @Override
    public void select(int[] places) {
        table.setSelection(places);
        table.showSelection();
        grid.selected();
    }

    @Override
    public void selectAll() {
        table.selectAll();
        grid.selected();
    }

    @Override
    public void reveal(int place) {
        table.showItem(table.getItem(place));
    }
}
