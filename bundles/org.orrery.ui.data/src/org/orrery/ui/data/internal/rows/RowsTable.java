package org.orrery.ui.data.internal.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.freeze.CompositeFreezeLayer;
import org.eclipse.nebula.widgets.nattable.freeze.FreezeHelper;
import org.eclipse.nebula.widgets.nattable.freeze.FreezeLayer;
import org.eclipse.nebula.widgets.nattable.freeze.command.UnFreezeGridCommand;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultCornerDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.CornerLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.GridLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.RowHeaderLayer;
import org.eclipse.nebula.widgets.nattable.hideshow.ColumnHideShowLayer;
import org.eclipse.nebula.widgets.nattable.hideshow.command.ColumnHideCommand;
import org.eclipse.nebula.widgets.nattable.hideshow.command.ShowAllColumnsCommand;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.layer.event.RowInsertEvent;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectCellCommand;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.ui.Accessibility;
import org.orrery.ui.CalmSelection;
import org.orrery.ui.Formats;
import org.orrery.ui.GridTheme;
import org.orrery.ui.RowTexts;
import org.orrery.ui.TitlePainter;

/** The rows of a data set as a table that reads only what is seen: heads with summaries, frozen columns, sorting by a click. */
final class RowsTable {
    private static final int MARGIN = 14;

    private final NatTable table;
    private final PageCache pages;
    private final DataLayer body;
    private final DataLayer numbers;
    private final ColumnHideShowLayer hide;
    private final SelectionLayer selection;
    private final ViewportLayer viewport;
    private final FreezeLayer freeze;
    private final CompositeFreezeLayer frozen;
    private final List<Column> columns;
    private final ShapeCache shapes;
    private boolean sized;

    /**
     * @param pages where the cells come from
     * @param sort by which columns rows are sorted
     * @param id what tests find the table by
     */
    RowsTable(Composite parent, RowSource source, PageCache pages, SortState sort, String id) {
        this.pages = pages;
        columns = source.schema().columns();
        int line = lineHeight(parent);
        body = new DataLayer(new RowTexts(columns.size(), () -> pages.order().count(), this::cell), 120, line + 6);
        body.setConfigLabelAccumulator((labels, column, row) -> {
            if (rightAligned(columns.get(column).type())) {
                labels.addLabel(GridTheme.NUMBER);
            }
        });
        ColumnReorderLayer reorder = new ColumnReorderLayer(body);
        hide = new ColumnHideShowLayer(reorder);
        selection = CalmSelection.over(hide, true);
        viewport = new ViewportLayer(selection);
        freeze = new FreezeLayer(selection);
        frozen = new CompositeFreezeLayer(freeze, viewport, selection);
        boolean raw = source.raw().isPresent();
        long counted = raw ? -1 : source.rows();
        IDataProvider heads = new RowTexts(columns.size(), () -> 1, (column, row) -> ColumnHead.of(columns.get(column), counted, shape(column)));
        DataLayer headData = new DataLayer(heads, 120, (raw ? 2 : 3) * line + 10);
        headData.setConfigLabelAccumulator((labels, column, row) -> {
            SortKey key = sort.key(column);
            if (key != null) {
                labels.addLabel(key.descending() ? TitlePainter.DOWN : TitlePainter.UP);
            }
        });
        ILayer head = new ColumnHeaderLayer(headData, frozen, selection);
        IDataProvider rowNumbers = new RowTexts(1, () -> pages.order().count(), (column, row) -> number(row));
        numbers = new DataLayer(rowNumbers, 60, line + 6);
        ILayer rowHead = new RowHeaderLayer(numbers, frozen, selection);
        ILayer corner = new CornerLayer(new DataLayer(new DefaultCornerDataProvider(heads, rowNumbers)), rowHead, head);
        table = new NatTable(parent, SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL,
                new GridLayer(frozen, head, rowHead, corner), false);
        table.setConfigRegistry(new ConfigRegistry());
        table.addConfiguration(new DefaultNatTableStyleConfiguration());
        table.addConfiguration(new SortByClick(sort));
        table.configure();
        GridTheme.follow(table, new HeadPainter());
        table.setData("orrery.id", id); //$NON-NLS-1$
        Accessibility.name(table, Messages.RowsTable_name);
        shapes = new ShapeCache(table, source, columns, table::redraw);
        fitNumbers(source.rows());
    }

    /** How many rows can be shown at a time: their heights together must be a number of pixels that fits into 31 bits. */
    int mostRows() {
        return (Integer.MAX_VALUE - (1 << 16)) / Math.max(1, body.getRowHeightByPosition(0));
    }

    private Object cell(int column, int row) {
        String text = pages.text(row, column);
        return text == null ? "…" : text; //$NON-NLS-1$
    }

    private ColumnShape shape(int column) {
        return shapes.shape(column);
    }

    /** Rows are counted from 1, as they stand in the data. */
    private String number(int row) {
        return row < pages.order().count() ? Formats.count(pages.order().row(row) + 1L) : ""; //$NON-NLS-1$
    }

    private static int lineHeight(Composite parent) {
        GC gc = new GC(parent);
        try {
            return gc.getFontMetrics().getHeight();
        } finally {
            gc.dispose();
        }
    }

    private static boolean rightAligned(ColumnType type) {
        return type.isNumeric() || type == ColumnType.DURATION;
    }

    NatTable control() {
        return table;
    }

    /** Cells have arrived. */
    void arrived() {
        if (!sized) {
            sized = true;
            fitColumns();
        }
        table.redraw();
    }

    /** Another order or number of rows. */
    void reordered() {
        selection.clear();
        table.refresh();
    }

    /** There are more rows behind those that were there; so many in all, shown or not. */
    void grew(int before, long rows) {
        fitNumbers(rows);
        body.fireLayerEvent(new RowInsertEvent(body, new Range(before, pages.order().count())));
    }

    private void fitNumbers(long rows) {
        GC gc = new GC(table);
        try {
            numbers.setColumnWidthByPosition(0, gc.textExtent(Formats.count(Math.max(rows, 1000))).x + 2 * MARGIN);
        } finally {
            gc.dispose();
        }
    }

    /** Gives each column the width of what is seen of it. */
    private void fitColumns() {
        GC gc = new GC(table);
        HeadPainter heads = new HeadPainter();
        try {
            int rows = Math.min(40, pages.order().count());
            for (int i = 0; i < columns.size() && i < 64; i++) {
                int width = heads.width(gc, ColumnHead.of(columns.get(i), -1, null));
                for (int row = 0; row < rows; row++) {
                    String text = pages.text(row, i);
                    width = text == null ? width : Math.max(width, gc.textExtent(text).x + MARGIN);
                }
                body.setColumnWidthByPosition(i, Math.clamp(width, 64, 320));
            }
        } finally {
            gc.dispose();
        }
    }

    /** The place of the selected cell, as column of the schema and shown row; null when none is. */
    PositionCoordinate anchor() {
        PositionCoordinate anchor = selection.getSelectionAnchor();
        if (anchor == null || anchor.getRowPosition() < 0 || anchor.getColumnPosition() < 0) {
            return null;
        }
        return new PositionCoordinate(selection, selection.getColumnIndexByPosition(anchor.getColumnPosition()), anchor.getRowPosition());
    }

    /** Selects a cell and scrolls to it. */
    void show(int column, int shownRow) {
        int position = selection.getColumnPositionByIndex(column);
        SelectCellCommand command = new SelectCellCommand(selection, Math.max(0, position), shownRow, false, false);
        command.setForcingEntireCellIntoViewport(true);
        table.doCommand(command);
    }

    /** The selected columns, or those that are not hidden when fewer than two cells are selected; as positions in the schema. */
    int[] selectedColumns() {
        int[] positions = isOneCell() ? IntStream.range(0, selection.getColumnCount()).toArray() : selection.getSelectedColumnPositions();
        return IntStream.of(positions).map(selection::getColumnIndexByPosition).toArray();
    }

    /** The first and the number of the selected rows, as runs of shown rows; all rows when fewer than two cells are selected. */
    List<int[]> selectedRows() {
        if (isOneCell()) {
            return List.of(new int[] {0, pages.order().count()});
        }
        List<int[]> runs = new ArrayList<>();
        selection.getSelectedRowPositions().stream().sorted((a, b) -> Integer.compare(a.start, b.start))
                .forEach(range -> runs.add(new int[] {range.start, range.end - range.start}));
        return runs;
    }

    private boolean isOneCell() {
        return selection.getSelectedRowCount() <= 1 && selection.getSelectedColumnPositions().length <= 1;
    }

    void selectAll() {
        selection.selectAll();
    }

    /** Keeps the columns up to the selected one in sight. */
    void freeze() {
        PositionCoordinate anchor = selection.getSelectionAnchor();
        if (anchor != null && anchor.getColumnPosition() >= 0) {
            // The command of the library counts columns as the window shows them, so that it cannot be told which one is meant.
            FreezeHelper.freeze(freeze, viewport, new PositionCoordinate(freeze, 0, -1), new PositionCoordinate(freeze, anchor.getColumnPosition(), -1));
        }
    }

    boolean isFrozen() {
        return frozen.isFrozen();
    }

    void unfreeze() {
        table.doCommand(new UnFreezeGridCommand());
    }

    /** Hides the selected columns, but for the last that is left. */
    void hideSelected() {
        int[] positions = selection.getSelectedColumnPositions();
        if (positions.length > 0 && positions.length < selection.getColumnCount()) {
            table.doCommand(new ColumnHideCommand(selection, positions[0]));
        }
    }

    void showAll() {
        table.doCommand(new ShowAllColumnsCommand());
    }

    /** The columns that are hidden, as positions in the schema. */
    Set<Integer> hidden() {
        return Set.copyOf(hide.getHiddenColumnIndexes());
    }

    /** Hides these columns and no others. */
    void hide(Set<Integer> positions) {
        hide.showAllColumns();
        hide.hideColumnIndexes(positions.stream().mapToInt(Integer::intValue).toArray());
        table.refresh();
    }
}
