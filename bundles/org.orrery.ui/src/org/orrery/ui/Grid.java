package org.orrery.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.orrery.ui.GridModel.GridColumn;

/**
 * A virtual table over a {@link GridModel}: sorted by a click on a column, filtered by a text, copied with its headers. Only
 * the cells that are seen are asked for.
 */
public final class Grid {
    private static final int SAMPLE_ROWS = 40;
    private static final int IN_PLACE = 20_000;
    private static final int COPY_LIMIT = 100_000;
    /** The tool kit takes rows away one by one; of more than these, that can be seen. */
    private static final int LISTED = 30_000;

    private final Table table;
    private GridModel model;
    private int[] order = new int[0];
    private int sortColumn = -1;
    private boolean descending;
    private String filter = ""; //$NON-NLS-1$
    private long request;
    private Runnable changed = () -> { };

    /**
     * @param id what tests find it by
     * @param name what a screen reader says
     */
    public Grid(Composite parent, String id, String name) {
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        table.setData("orrery.id", id); //$NON-NLS-1$
        Accessibility.name(table, name);
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        table.addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
                copy();
            } else if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'a') {
                table.selectAll();
            }
        }));
        createMenu();
    }

    /** The widget, for layout. */
    public Table control() {
        return table;
    }

    /** Shows other rows; the sorting, and with the same columns also the widths, stay. */
    public void show(GridModel next) {
        boolean sameColumns = model != null && model.columns().equals(next.columns());
        model = next;
        table.setRedraw(false);
        try {
            if (!sameColumns) {
                sortColumn = -1;
                table.setSortColumn(null);
                createColumns();
            }
            if (plain() || Arrays.stream(order).anyMatch(row -> row >= next.rows())) {
                show(all(next));
            }
            if (!sameColumns) {
                fitColumns();
            }
        } finally {
            table.setRedraw(true);
        }
        if (plain()) {
            changed.run();
        } else {
            arrange();
        }
    }

    /** Shows only rows with that text in any cell, in any case; an empty text shows all. */
    public void filter(String text) {
        String next = text.strip().toLowerCase(Locale.getDefault());
        if (!next.equals(filter)) {
            filter = next;
            if (model != null) {
                arrange();
            }
        }
    }

    /** Names who is told after other rows are shown. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** How many rows pass the filter. */
    public int shownRows() {
        return order.length;
    }

    /** How many of them stand in the list: the first ones in the order chosen. */
    public int listedRows() {
        return Math.min(order.length, LISTED);
    }

    /** Selects a row of the model, when it is listed, and scrolls to it. */
    public void selectRow(int row) {
        for (int i = 0; i < listedRows(); i++) {
            if (order[i] == row) {
                table.setSelection(i);
                table.showSelection();
                return;
            }
        }
    }

    private boolean plain() {
        return sortColumn < 0 && filter.isEmpty();
    }

    private static int[] all(GridModel model) {
        return IntStream.range(0, model.rows()).toArray();
    }

    private void show(int[] rows) {
        order = rows;
        if (listedRows() < table.getItemCount()) {
            // The tool kit takes the rows that are too many away one by one; all of them it drops at once.
            table.removeAll();
        }
        table.setItemCount(listedRows());
        table.clearAll();
    }

    /** The row of the model that is selected first; −1 for none. */
    public int selectedRow() {
        int index = table.getSelectionIndex();
        return index < 0 ? -1 : order[index];
    }

    private void createColumns() {
        for (TableColumn column : table.getColumns()) {
            column.dispose();
        }
        List<GridColumn> columns = model.columns();
        for (int i = 0; i < columns.size(); i++) {
            GridColumn column = columns.get(i);
            TableColumn widget = new TableColumn(table, column.number() ? SWT.RIGHT : SWT.LEFT);
            widget.setText(column.title());
            widget.setToolTipText(column.tooltip());
            widget.setMoveable(true);
            int index = i;
            widget.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> sortBy(index)));
        }
    }

    private void fitColumns() {
        GC gc = new GC(table);
        try {
            int rows = Math.min(SAMPLE_ROWS, model.rows());
            for (int i = 0; i < table.getColumnCount(); i++) {
                int width = gc.textExtent(table.getColumn(i).getText()).x + 16;
                for (int row = 0; row < rows; row++) {
                    width = Math.max(width, gc.textExtent(model.text(row, i)).x);
                }
                table.getColumn(i).setWidth(Math.clamp(width + 20, 56, model.columns().get(i).number() ? 240 : 420));
            }
        } finally {
            gc.dispose();
        }
    }

    private void fill(TableItem item, int index) {
        if (model == null || index >= order.length) {
            return;
        }
        int row = order[index];
        for (int i = 0; i < table.getColumnCount(); i++) {
            item.setText(i, model.text(row, i));
        }
    }

    private void sortBy(int column) {
        if (sortColumn == column && descending) {
            sortColumn = -1;
            table.setSortColumn(null);
        } else {
            descending = sortColumn == column;
            sortColumn = column;
            table.setSortColumn(table.getColumn(column));
            table.setSortDirection(descending ? SWT.DOWN : SWT.UP);
        }
        arrange();
    }

    private void arrange() {
        Arrangement wanted = new Arrangement(model, sortColumn, descending, filter);
        long number = ++request;
        if (model.rows() <= IN_PLACE) {
            show(wanted.rows());
            changed.run();
            return;
        }
        Background.load(table, Messages.Grid_sort, wanted::rows, result -> {
            // A newer click or newer rows make this answer worthless.
            if (number == request && model == wanted.model()) {
                show(result);
                changed.run();
            }
        });
    }

    /** Which rows are shown in which order. */
    private record Arrangement(GridModel model, int column, boolean reverse, String filter) {
        int[] rows() {
            int[] kept = filter.isEmpty() ? all(model) : IntStream.range(0, model.rows()).filter(this::passes).toArray();
            if (column < 0) {
                return kept;
            }
            Comparator<Integer> comparator = (a, b) -> model.compare(column, a, b);
            return Arrays.stream(kept).boxed().sorted(reverse ? comparator.reversed() : comparator).mapToInt(Integer::intValue).toArray();
        }

        private boolean passes(int row) {
            for (int i = 0; i < model.columns().size(); i++) {
                if (model.text(row, i).toLowerCase(Locale.getDefault()).contains(filter)) {
                    return true;
                }
            }
            return false;
        }
    }

    private void createMenu() {
        Menu menu = new Menu(table);
        MenuItem copy = new MenuItem(menu, SWT.PUSH);
        copy.setText(Messages.Grid_copy);
        copy.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> copy()));
        MenuItem all = new MenuItem(menu, SWT.PUSH);
        all.setText(Messages.Grid_selectAll);
        all.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> table.selectAll()));
        table.setMenu(menu);
    }

    /** Puts the selected rows, or all when none is selected, with their headers onto the clipboard as tab-separated text. */
    public void copy() {
        if (model == null) {
            return;
        }
        Clipboard clipboard = new Clipboard(table.getDisplay());
        try {
            clipboard.setContents(new Object[] {selectedText()}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    /** What {@link #copy} puts onto the clipboard: at most 100,000 rows. */
    public String selectedText() {
        int[] selection = table.getSelectionIndices();
        Arrays.sort(selection);
        int[] shown = selection.length > 0 ? selection : IntStream.range(0, order.length).toArray();
        int[] columns = table.getColumnOrder();
        StringBuilder text = new StringBuilder();
        List<String> line = new ArrayList<>();
        for (int column : columns) {
            line.add(clean(model.columns().get(column).title()));
        }
        text.append(String.join("\t", line)).append('\n'); //$NON-NLS-1$
        for (int index : Arrays.copyOf(shown, Math.min(shown.length, COPY_LIMIT))) {
            line.clear();
            for (int column : columns) {
                line.add(clean(model.text(order[index], column)));
            }
            text.append(String.join("\t", line)).append('\n'); //$NON-NLS-1$
        }
        return text.toString();
    }

    private static String clean(String cell) {
        return cell.replaceAll("[\\t\\r\\n]+", " "); //$NON-NLS-1$ //$NON-NLS-2$
    }
}
