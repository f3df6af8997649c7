package org.orrery.ui.data.internal.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jface.dialogs.IInputValidator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.orrery.data.Schema;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Background;
import org.orrery.ui.Formats;

/** The rows of a data set with what one does to them: filter, sort, find, go to a row, freeze and hide columns, copy, keep a selection. */
public final class RowsPage extends Composite {
    private static final int COPY_LIMIT = 100_000;

    private final RowSource source;
    private final Schema schema;
    private final Selected keep;
    private final PageCache pages;
    private final SortState sort;
    private final FilterBar filters;
    private final RowsTable table;
    private final Text find;
    private final Label status;
    private final AtomicInteger request = new AtomicInteger();
    private List<SortKey> shownKeys = List.of();

    /** Takes selected rows and columns, to keep them as a data set of their own. */
    @FunctionalInterface
    public interface Selected {
        /** On the user interface thread. */
        void keep(List<String> columns, RowSelection rows);
    }

    /** @param keep what happens to a selection that the user wants to keep */
    public RowsPage(Composite parent, RowSource source, Selected keep) {
        super(parent, SWT.NONE);
        this.source = source;
        this.schema = source.schema();
        this.keep = keep;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        Composite top = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(6, 6).applyTo(top);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        Composite bar = new Composite(top, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).spacing(6, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        find = new Text(bar, SWT.BORDER | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        find.setMessage(Messages.RowsPage_find);
        find.setData("orrery.id", "rows.find"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(find, Messages.RowsPage_find);
        GridDataFactory.fillDefaults().hint(220, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(find);
        button(bar, "rows.previous", Messages.RowsPage_previous, () -> search(false)); //$NON-NLS-1$
        button(bar, "rows.next", Messages.RowsPage_next, () -> search(true)); //$NON-NLS-1$
        button(bar, "rows.filter", Messages.RowsPage_filter, this::addFilter); //$NON-NLS-1$
        button(bar, "rows.goTo", Messages.RowsPage_goTo, this::goTo); //$NON-NLS-1$
        button(bar, "rows.keep", Messages.RowsPage_keep, this::keepSelection); //$NON-NLS-1$
        filters = new FilterBar(top, schema, this::reorder);
        pages = new PageCache(this, source, this::arrived, this::failed);
        sort = new SortState(this::reorder);
        table = new RowsTable(this, source, pages, sort, "dataset.rows"); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        status = new Label(this, SWT.NONE);
        status.setData("orrery.id", "rows.status"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 4).applyTo(status);
        find.addListener(SWT.DefaultSelection, event -> search(true));
        table.control().addKeyListener(KeyListener.keyPressedAdapter(event -> key(event.stateMask, event.keyCode)));
        table.control().setMenu(menu());
        tell();
    }

    @Override
    public boolean setFocus() {
        return table.control().setFocus();
    }

    private static void button(Composite bar, String id, String text, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(text);
        button.setData("orrery.id", id); //$NON-NLS-1$
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    private void key(int mask, int code) {
        if ((mask & SWT.MOD1) == 0) {
            return;
        }
        switch (code) {
            case 'c' -> copy();
            case 'f' -> find.setFocus();
            case 'g' -> goTo();
            default -> {
                // Everything else belongs to the table or the workbench.
            }
        }
    }

    private Menu menu() {
        Menu menu = new Menu(table.control());
        item(menu, Messages.RowsPage_copy, this::copy);
        item(menu, Messages.RowsPage_selectAll, table::selectAll);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, Messages.RowsPage_filterColumn, this::addFilter);
        item(menu, Messages.RowsPage_freeze, table::freeze);
        MenuItem unfreeze = item(menu, Messages.RowsPage_unfreeze, table::unfreeze);
        item(menu, Messages.RowsPage_hide, table::hideSelected);
        item(menu, Messages.RowsPage_showAll, table::showAll);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, Messages.RowsPage_keep, this::keepSelection);
        menu.addListener(SWT.Show, event -> unfreeze.setEnabled(table.isFrozen()));
        return menu;
    }

    private static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return item;
    }

    private void arrived() {
        table.arrived();
    }

    private void failed(Exception failure) {
        status.setText(NLS.bind(Messages.RowsPage_failed, failure.getMessage()));
    }

    private void addFilter() {
        PositionCoordinate anchor = table.anchor();
        filters.add(anchor == null ? 0 : anchor.getColumnPosition());
        layout(true, true);
    }

    /** Filters and sorts anew; an answer that a newer wish has overtaken is dropped. */
    private void reorder() {
        int mine = request.incrementAndGet();
        List<Condition> conditions = filters.conditions();
        List<SortKey> keys = sort.keys();
        layout(true, true);
        Optional<String> problem = conditions.stream().map(Condition::problem).flatMap(Optional::stream).findFirst();
        if (problem.isPresent()) {
            status.setText(problem.get());
            return;
        }
        status.setText(Messages.RowsPage_working);
        RowOrdering ordering = new RowOrdering(source, conditions, keys, () -> request.get() != mine || isDisposed());
        Background.load(this, Messages.RowsPage_working, ordering::order, order -> {
            if (request.get() == mine) {
                shownKeys = keys;
                pages.order(order);
                table.reordered();
                tell();
            }
        }, failure -> {
            if (request.get() == mine && !(failure instanceof CancellationException)) {
                sort.restore(shownKeys);
                table.control().redraw();
                status.setText(failure.getMessage());
            }
        });
    }

    private void tell() {
        int shown = pages.order().count();
        String rows = shown == source.rows() ? NLS.bind(Messages.RowsPage_all, Formats.count(shown), schema.size())
                : NLS.bind(Messages.RowsPage_some, new Object[] {Formats.count(shown), Formats.count(source.rows()), schema.size()});
        status.setText(rows);
    }

    private void goTo() {
        IInputValidator validator = text -> {
            try {
                long row = Long.parseLong(text.strip());
                return row >= 1 && row <= pages.order().count() ? null : NLS.bind(Messages.RowsPage_goToRange, Formats.count(pages.order().count()));
            } catch (NumberFormatException e) {
                return text.isBlank() ? "" : NLS.bind(Messages.RowsPage_goToRange, Formats.count(pages.order().count())); //$NON-NLS-1$
            }
        };
        InputDialog dialog = new InputDialog(getShell(), Messages.RowsPage_goToTitle, Messages.RowsPage_goToText, "", validator); //$NON-NLS-1$
        if (dialog.open() == Window.OK) {
            table.show(0, Integer.parseInt(dialog.getValue().strip()) - 1);
            table.control().setFocus();
        }
    }

    /** Shows the row at that place, counted from 0. */
    public void show(int row) {
        table.show(0, row);
    }

    private void search(boolean forwards) {
        String wanted = find.getText();
        if (wanted.isEmpty()) {
            find.setFocus();
            return;
        }
        int mine = request.incrementAndGet();
        PositionCoordinate anchor = table.anchor();
        int row = anchor == null ? forwards ? 0 : pages.order().count() - 1 : anchor.getRowPosition();
        int column = anchor == null ? forwards ? -1 : schema.size() : anchor.getColumnPosition();
        status.setText(Messages.RowsPage_working);
        RowSearch search = new RowSearch(source, pages.order(), wanted, () -> request.get() != mine || isDisposed());
        Background.load(this, Messages.RowsPage_working, () -> search.from(row, column, forwards), place -> {
            if (request.get() == mine) {
                tell();
                if (place.isPresent()) {
                    table.show(place.get().column(), place.get().row());
                } else {
                    status.setText(NLS.bind(forwards ? Messages.RowsPage_noneBelow : Messages.RowsPage_noneAbove, wanted));
                }
            }
        }, failure -> {
            if (request.get() == mine && !(failure instanceof CancellationException)) {
                failed(failure);
            }
        });
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
            status.setText(NLS.bind(Messages.RowsPage_copyLimit, Formats.count(rows.count()), Formats.count(COPY_LIMIT)));
            return;
        }
        Background.load(this, Messages.RowsPage_working, () -> rows.text(pages, names), text -> {
            Clipboard clipboard = new Clipboard(getDisplay());
            try {
                clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            } finally {
                clipboard.dispose();
            }
            status.setText(NLS.bind(Messages.RowsPage_copied, Formats.count(rows.count()), names.size()));
        }, this::failed);
    }

    private void keepSelection() {
        keep.keep(selectedNames(), selected());
    }

    /** Takes the colours of the system again. */
    public void recolour() {
        table.recolour();
    }
}
