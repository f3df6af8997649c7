package org.orrery.ui.internal.run;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.orrery.analysis.Names;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Formats;
import org.orrery.ui.internal.result.ResultGrid;
import org.orrery.ui.internal.result.RowLinks;
import org.orrery.ui.internal.result.TableSaving;

/** Every table of the result. */
final class TablesPage implements RunPage {
    private static final String TABLE = "table"; //$NON-NLS-1$

    private final TableSaving saving;
    private final RowLinks links;
    private org.eclipse.swt.widgets.List list;
    private ResultGrid grid;
    private Result result = Result.EMPTY;
    private List<ResultTable> tables = List.of();
    private Names names = Names.NONE;
    private String remembered = ""; //$NON-NLS-1$
    private Map<String, Object> wanted = Map.of();

    TablesPage(TableSaving saving, RowLinks links) {
        this.saving = saving;
        this.links = links;
    }

    @Override
    public String id() {
        return "run.tables"; //$NON-NLS-1$
    }

    @Override
    public String title() {
        return Messages.TablesPage_title;
    }

    @Override
    public Control create(Composite parent) {
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        list = new org.eclipse.swt.widgets.List(sash, SWT.SINGLE | SWT.V_SCROLL | SWT.BORDER);
        list.setData("orrery.id", "run.tables.list"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(list, Messages.TablesPage_title);
        list.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showSelected()));
        grid = new ResultGrid(sash, "run.tables.grid", Messages.TablesPage_title, saving); //$NON-NLS-1$
        grid.link(links);
        sash.setWeights(27, 73);
        return sash;
    }

    @Override
    public void show(RunContent content) {
        Result whole = content.result().orElse(Result.EMPTY);
        if (whole.tables() == result.tables()) {
            return;
        }
        result = whole;
        List<ResultTable> next = whole.uprightTables();
        tables = next;
        names = content.names();
        String[] items = next.stream().map(table -> NLS.bind(Messages.TablesPage_item, table.title(), Formats.count(table.rows().count())))
                .toArray(String[]::new);
        int known = next.stream().map(ResultTable::id).toList().indexOf(remembered);
        int selected = known >= 0 ? known : list.getSelectionIndex();
        list.setItems(items);
        list.setSelection(selected >= 0 && selected < items.length ? selected : 0);
        showSelected();
    }

    /** Brings a table to the front, now or when the page is made, and in it the row with these values by column. */
    void goTo(String table, Map<String, Object> row) {
        remembered = table;
        wanted = row;
        int index = tables.stream().map(ResultTable::id).toList().indexOf(table);
        if (list != null && index >= 0) {
            list.setSelection(index);
            showSelected();
        }
    }

    private void showSelected() {
        int index = list.getSelectionIndex();
        if (index >= 0) {
            remembered = tables.get(index).id();
            grid.show(tables.get(index), result.transposed(tables.get(index)), names);
            grid.select(wanted);
            wanted = Map.of();
        }
    }

    @Override
    public void save(IMemento memento) {
        memento.putString(TABLE, remembered);
    }

    @Override
    public void restore(IMemento memento) {
        remembered = Objects.requireNonNullElse(memento.getString(TABLE), ""); //$NON-NLS-1$
    }
}
