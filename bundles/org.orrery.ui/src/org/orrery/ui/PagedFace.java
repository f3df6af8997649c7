package org.orrery.ui;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultRowSelectionLayerConfiguration;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.nebula.widgets.nattable.viewport.command.ShowRowInViewportCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.orrery.ui.GridModel.GridColumn;

/** Any number of rows in a table that draws only what is seen. A screen reader hears the selected row as the description of the table. */
final class PagedFace implements GridFace {
    private final Grid grid;
    private final DataLayer body;
    private final SelectionLayer selection;
    private final NatTable table;
    private final List<GridColumn> columns;
    private int count;
    private int sortColumn = -1;
    private boolean descending;

    PagedFace(Composite parent, Grid grid, List<GridColumn> columns) {
        this.grid = grid;
        this.columns = columns;
        int line = lineHeight(parent);
        body = new DataLayer(new RowTexts(columns.size(), () -> count, (column, row) -> grid.text(row, column)), 120, line + 6);
        body.setConfigLabelAccumulator((labels, column, row) -> {
            if (columns.get(column).number()) {
                labels.addLabel(GridTheme.NUMBER);
            }
        });
        ColumnReorderLayer reorder = new ColumnReorderLayer(body);
        selection = CalmSelection.over(reorder, false);
        selection.addConfiguration(new DefaultRowSelectionLayerConfiguration());
        selection.addLayerListener(event -> {
            if (event instanceof ISelectionEvent) {
                tellReaders();
                grid.selected();
            }
        });
        ViewportLayer viewport = new ViewportLayer(selection);
        DataLayer titles = new DataLayer(new RowTexts(columns.size(), () -> 1, (column, row) -> columns.get(column).title()), 120, line + 10);
        titles.setConfigLabelAccumulator((labels, column, row) -> {
            if (column == sortColumn) {
                labels.addLabel(descending ? TitlePainter.DOWN : TitlePainter.UP);
            }
        });
        CompositeLayer all = new CompositeLayer(1, 2);
        all.setChildLayer(GridRegion.COLUMN_HEADER, new ColumnHeaderLayer(titles, viewport, selection), 0, 0);
        all.setChildLayer(GridRegion.BODY, viewport, 0, 1);
        table = new NatTable(parent, SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER, all, false);
        table.setConfigRegistry(new ConfigRegistry());
        table.addConfiguration(new DefaultNatTableStyleConfiguration());
        table.addConfiguration(new SortBindings());
        table.configure();
        GridTheme.follow(table, new TitlePainter());
        table.addTraverseListener(event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    }

    private static int lineHeight(Composite parent) {
        GC gc = new GC(parent);
        try {
            return gc.getFontMetrics().getHeight();
        } finally {
            gc.dispose();
        }
    }

    private void tellReaders() {
        int first = IntStream.of(selection()).min().orElse(-1);
        Accessibility.describe(table, first < 0 ? "" : grid.spoken(first)); //$NON-NLS-1$
    }

    @Override
    public Control control() {
        return table;
    }

    @Override
    public void rows(int rows) {
        count = rows;
        selection.clear();
        table.refresh();
    }

    @Override
    public void sorted(int column, boolean down) {
        sortColumn = column;
        descending = down;
        table.redraw();
    }

    @Override
    public int[] widths() {
        return IntStream.range(0, columns.size()).map(body::getColumnWidthByPosition).toArray();
    }

    @Override
    public void widths(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            body.setColumnWidthByPosition(i, pixels[i]);
        }
    }

    @Override
    public int[] columnOrder() {
        return IntStream.range(0, selection.getColumnCount()).map(selection::getColumnIndexByPosition).toArray();
    }

    @Override
    public int[] selection() {
        return selection.getSelectedRowPositions().stream().flatMapToInt(range -> IntStream.range(range.start, range.end)).toArray();
    }

    @Override
    public void select(int[] places) {
        selection.clear(false);
        selection.doCommand(new SelectRowsCommand(selection, 0, places, false, true, places[0]));
        reveal(places[0]);
    }

    @Override
    public void selectAll() {
        selection.selectAll();
    }

    @Override
    public void reveal(int place) {
        table.doCommand(new ShowRowInViewportCommand(place));
    }

    /** A click on a title sorts. */
    private final class SortBindings extends AbstractUiBindingConfiguration {
        @Override
        public void configureUiBindings(UiBindingRegistry bindings) {
            bindings.registerFirstSingleClickBinding(new MouseEventMatcher(SWT.NONE, GridRegion.COLUMN_HEADER, MouseEventMatcher.LEFT_BUTTON),
                    (source, event) -> {
                        int column = source.getColumnIndexByPosition(source.getColumnPositionByX(event.x));
                        if (column >= 0) {
                            grid.sortBy(column);
                        }
                    });
        }
    }
}
