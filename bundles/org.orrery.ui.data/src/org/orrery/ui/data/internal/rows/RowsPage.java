package org.orrery.ui.data.internal.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Text;
import org.orrery.data.Schema;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Background;
import org.orrery.ui.Formats;

/** The rows of a data set with what one does to them: filter, sort, find, go to a row, freeze and hide columns, copy, keep a selection. */
public final class RowsPage extends Composite {
    private static final int COPY_LIMIT = 100_000;
    private static final int FIND_WIDTH = 240;
    private static final int SPACING = 6;

    private final RowSource source;
    private final Schema schema;
    private final Optional<Selected> keep;
    private final PageCache pages;
    private final SortState sort;
    private final FilterBar filters;
    private final RowsTable table;
    private final Text find;
    private final WorkBar status;
    private final Button earlier;
    private final Button later;
    private final RowWork working;
    private List<SortKey> shownKeys = List.of();

    /** Takes selected rows and columns, to keep them as a data set of their own. */
    @FunctionalInterface
    public interface Selected {
        /** On the user interface thread. */
        void keep(List<String> columns, RowSelection rows);
    }

    /** @param keep what happens to a selection that the user wants to keep; empty when none can be kept */
    public RowsPage(Composite parent, RowSource source, Optional<Selected> keep) {
        super(parent, SWT.NONE);
        this.source = source;
        this.schema = source.schema();
        this.keep = keep;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        Composite top = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(6, 6).applyTo(top);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        Composite bar = new Composite(top, SWT.NONE);
        bar.setLayout(inLines());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        find = new Text(bar, SWT.BORDER | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        find.setMessage(Messages.RowsPage_find);
        find.setData("orrery.id", "rows.find"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(find, Messages.RowsPage_find);
        find.setLayoutData(new RowData(FIND_WIDTH, SWT.DEFAULT));
        button(bar, "rows.previous", Messages.RowsPage_previous, () -> search(false)); //$NON-NLS-1$
        button(bar, "rows.next", Messages.RowsPage_next, () -> search(true)); //$NON-NLS-1$
        if (source.raw().isEmpty()) {
            button(bar, "rows.filter", Messages.RowsPage_filter, this::addFilter); //$NON-NLS-1$
        }
        button(bar, "rows.goTo", Messages.RowsPage_goTo, this::goTo); //$NON-NLS-1$
        button(bar, "rows.columns", Messages.RowsPage_columns, this::chooseColumns); //$NON-NLS-1$
        if (keep.isPresent()) {
            button(bar, "rows.keep", Messages.RowsPage_keep, this::keepSelection); //$NON-NLS-1$
        }
        filters = new FilterBar(top, schema, this::reorder);
        pages = new PageCache(this, source, this::arrived, this::failed);
        sort = new SortState(this::reorder);
        table = new RowsTable(this, source, pages, sort, "dataset.rows"); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        Composite bottom = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).extendedMargins(0, 8, 0, 0).spacing(6, 0).applyTo(bottom);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bottom);
        status = new WorkBar(bottom);
        working = new RowWork(status);
        earlier = button(bottom, "rows.earlier", Messages.RowsPage_earlier, () -> section(pages.order().first() - 1)); //$NON-NLS-1$
        later = button(bottom, "rows.later", Messages.RowsPage_later, () -> section(pages.order().first() + pages.order().count())); //$NON-NLS-1$
        List.of(earlier, later).forEach(button -> GridDataFactory.fillDefaults().applyTo(button));
        pages.order(sectionWith(0));
        find.addListener(SWT.DefaultSelection, event -> search(true));
        table.control().addKeyListener(KeyListener.keyPressedAdapter(event -> key(event.stateMask, event.keyCode)));
        table.control().setMenu(menu());
        tell();
    }

    @Override
    public boolean setFocus() {
        return table.control().setFocus();
    }

    /** What has no room in a line goes to the next one. */
    private static RowLayout inLines() {
        RowLayout layout = new RowLayout();
        layout.center = true;
        layout.marginLeft = layout.marginRight = layout.marginTop = layout.marginBottom = 0;
        layout.spacing = SPACING;
        return layout;
    }

    private static Button button(Composite bar, String id, String text, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(text);
        button.setData("orrery.id", id); //$NON-NLS-1$
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return button;
    }

    private void key(int mask, int code) {
        if ((mask & SWT.MOD1) == 0) {
            return;
        }
        switch (code) {
            case 'c' -> copy();
            case 'f' -> find.setFocus();
            case 'g' -> goTo();
            case SWT.HOME -> show(0);
            case SWT.END -> show((pages.order().isIdentity() ? source.rows() : pages.order().count()) - 1);
            default -> {
                // Everything else belongs to the table or the workbench.
            }
        }
    }

    private Menu menu() {
        boolean data = source.raw().isEmpty();
        RowMenu menu = new RowMenu(table.control()).item(Messages.RowsPage_copy, this::copy).item(Messages.RowsPage_selectAll, table::selectAll).line();
        if (data) {
            menu.item(Messages.RowsPage_filterColumn, this::addFilter);
        }
        menu.item(Messages.RowsPage_freeze, table::freeze).item(Messages.RowsPage_unfreeze, table::unfreeze, table::isFrozen)
                .item(Messages.RowsPage_hide, table::hideSelected).item(Messages.RowsPage_showAll, table::showAll)
                .item(Messages.RowsPage_columns, this::chooseColumns);
        if (keep.isPresent()) {
            menu.line().item(Messages.RowsPage_keep, this::keepSelection);
        }
        return menu.menu();
    }

    private void arrived() {
        table.arrived();
    }

    private void failed(Exception failure) {
        status.tell(NLS.bind(Messages.RowsPage_failed, failure.getMessage()));
    }

    private void addFilter() {
        PositionCoordinate anchor = table.anchor();
        filters.add(anchor == null ? 0 : anchor.getColumnPosition());
        layout(true, true);
    }

    private void chooseColumns() {
        ColumnsDialog dialog = new ColumnsDialog(getShell(), schema, table.hidden());
        if (dialog.open() == Window.OK) {
            table.hide(dialog.hidden());
        }
    }

    /** Filters and sorts anew. */
    private void reorder() {
        List<Condition> conditions = filters.conditions();
        List<SortKey> keys = sort.keys();
        layout(true, true);
        Optional<String> problem = conditions.stream().map(Condition::problem).flatMap(Optional::stream).findFirst();
        if (source.raw().isPresent() || problem.isPresent()) {
            sort.restore(shownKeys);
            status.tell(problem.orElse(Messages.RowsPage_importFirst));
            return;
        }
        if (conditions.isEmpty() && keys.isEmpty()) {
            working.stop();
            ordered(sectionWith(0), keys);
            return;
        }
        working.begin(progress -> new RowOrdering(source, conditions, keys, progress).order(), order -> ordered(order, keys), failure -> {
            sort.restore(shownKeys);
            table.control().redraw();
            failedOrStopped(failure);
        });
    }

    private void ordered(RowOrder order, List<SortKey> keys) {
        shownKeys = keys;
        pages.order(order);
        table.reordered();
        tell();
    }

    private void failedOrStopped(Exception failure) {
        if (failure instanceof CancellationException) {
            tell();
        } else {
            status.tell(failure.getMessage());
        }
    }

    private void tell() {
        RowOrder order = pages.order();
        long rows = source.rows();
        boolean part = order.isIdentity() && order.count() < rows;
        String text = part ? NLS.bind(Messages.RowsPage_part, new Object[] {Formats.count(order.first() + 1),
            Formats.count(order.first() + order.count()), Formats.count(rows), schema.size()})
                : order.count() == rows ? NLS.bind(Messages.RowsPage_all, Formats.count(rows), schema.size())
                        : NLS.bind(Messages.RowsPage_some, new Object[] {Formats.count(order.count()), Formats.count(rows), schema.size()});
        status.tell(text);
        visible(earlier, part && order.first() > 0);
        visible(later, part && order.first() + order.count() < rows);
        status.getParent().layout();
    }

    private static void visible(Button button, boolean wanted) {
        button.setVisible(wanted);
        ((GridData) button.getLayoutData()).exclude = !wanted;
    }

    /** As many rows around that one as can be shown at a time. */
    private RowOrder sectionWith(long row) {
        long rows = source.rows();
        int most = table.mostRows();
        long first = rows <= most ? 0 : Math.clamp(row / most * most, 0, rows - 1);
        return RowOrder.section(first, (int) Math.min(most, rows - first));
    }

    private void section(long row) {
        ordered(sectionWith(row), shownKeys);
    }

    /** Shows rows that have become known since; on the user interface thread. */
    public void grow() {
        RowOrder order = pages.order();
        long to = Math.min(source.rows(), order.first() + table.mostRows());
        if (order.isIdentity() && to > order.first() + order.count()) {
            pages.grow(RowOrder.section(order.first(), (int) (to - order.first())));
            table.grew(order.count(), source.rows());
        }
        if (!working.isBusy()) {
            tell();
        }
    }

    private void goTo() {
        RowNumberDialog.ask(getShell(), pages.order().isIdentity() ? source.rows() : pages.order().count()).ifPresent(row -> {
            show(row - 1);
            table.control().setFocus();
        });
    }

    /** Shows a row, counted from 0: of the data, or of those that the filters leave. */
    public void show(long row) {
        show(0, row);
    }

    private void show(int column, long row) {
        RowOrder order = pages.order();
        if (order.isIdentity() && (row < order.first() || row >= order.first() + order.count())) {
            section(row);
        }
        table.show(column, (int) (pages.order().isIdentity() ? row - pages.order().first() : row));
    }

    private void search(boolean forwards) {
        String wanted = find.getText();
        if (wanted.isEmpty()) {
            find.setFocus();
            return;
        }
        RowOrder order = pages.order();
        if (order.count() == 0) {
            return;
        }
        PositionCoordinate anchor = table.anchor();
        int row = anchor == null ? forwards ? 0 : order.count() - 1 : anchor.getRowPosition();
        int column = anchor == null ? forwards ? -1 : schema.size() : anchor.getColumnPosition();
        working.begin(progress -> new RowSearch(source, order, wanted, progress).from(row, column, forwards), place -> {
            tell();
            if (place.isPresent()) {
                show(place.get().column(), place.get().row());
            } else {
                status.tell(NLS.bind(forwards ? Messages.RowsPage_noneBelow : Messages.RowsPage_noneAbove, wanted));
            }
        }, this::failedOrStopped);
    }

    private RowSelection selected() {
        return new RowSelection(pages.order(), table.selectedRows());
    }

    private List<String> selectedNames() {
        List<String> names = new ArrayList<>();
        for (int column : table.selectedColumns()) {
            names.add(schema.columns().get(column).name());
        }
        return names;
    }

    /** Puts the selected cells with their heads onto the clipboard as tab-separated text. */
    private void copy() {
        RowSelection rows = selected();
        List<String> names = selectedNames();
        if (rows.count() > COPY_LIMIT) {
            status.tell(NLS.bind(Messages.RowsPage_copyLimit, Formats.count(rows.count()), Formats.count(COPY_LIMIT)));
            return;
        }
        Background.load(this, Messages.RowsPage_working, () -> rows.text(pages, names), text -> {
            RowSelection.toClipboard(getDisplay(), text);
            status.tell(NLS.bind(Messages.RowsPage_copied, Formats.count(rows.count()), names.size()));
        }, this::failed);
    }

    private void keepSelection() {
        keep.ifPresent(keeping -> keeping.keep(selectedNames(), selected()));
    }
}
