package org.orrery.ui.data.internal.datasets;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.orrery.data.DataWarning;
import org.orrery.data.Dataset;
import org.orrery.ui.Background;
import org.orrery.ui.DatasetList;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.Formats;
import org.orrery.ui.Grid;
import org.orrery.ui.LockBanner;
import org.orrery.ui.PageEditor;
import org.orrery.ui.Tabs;
import org.orrery.ui.Throttler;
import org.orrery.ui.data.internal.rows.RowSelection;
import org.orrery.ui.data.internal.rows.RowsPage;
import org.orrery.ui.data.internal.rows.StoredRows;

/** One data set: where it came from, its rows, its columns. */
public final class DatasetEditor extends PageEditor {
    /** Its id in plugin.xml. */
    static final String ID = "org.orrery.ui.data.editors.dataset"; //$NON-NLS-1$

    private DatasetList list;
    private Runnable listener;
    private Composite stack;
    private EmptyHint hint;
    private Composite body;
    private Composite facts;
    private Grid columns;
    private CTabFolder tabs;
    private RowsPage rows;
    private Dataset shown;

    /** Shows a {@link DatasetInput}. */
    public DatasetEditor() {
        super(DatasetInput.class);
    }

    @Override
    public void createPartControl(Composite parent) {
        list = getSite().getService(DatasetList.class);
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        hint = new EmptyHint(stack, Messages.DatasetEditor_loading);
        body = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        new LockBanner(body, getSite().getWorkbenchWindow(), getEditorInput().getName());
        facts = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 8).spacing(16, 4).applyTo(facts);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(facts);
        tabs = Tabs.in(body, "dataset.tabs"); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
        columns = new Grid(tabs, "dataset.columns", Messages.DatasetEditor_columns); //$NON-NLS-1$
        tab(tabs, Messages.DatasetEditor_columns, columns.control());
        tabs.setSelection(0);
        Throttler throttler = new Throttler(stack, Throttler.INTERVAL_MS, this::refresh);
        listener = throttler::request;
        list.addListener(listener);
        refresh();
    }

    private static void tab(CTabFolder tabs, String title, Control control) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(title);
        item.setControl(control);
    }

    private void refresh() {
        Optional<Dataset> dataset = list.find(getEditorInput().getName());
        hint.message(list.loaded() ? Messages.DatasetEditor_gone : Messages.DatasetEditor_loading);
        dataset.filter(found -> !found.equals(shown)).ifPresent(this::show);
        ((StackLayout) stack.getLayout()).topControl = dataset.isPresent() ? body : hint;
        stack.layout();
    }

    private void show(Dataset dataset) {
        shown = dataset;
        for (Control child : facts.getChildren()) {
            child.dispose();
        }
        fact(Messages.DatasetEditor_file, dataset.source().toString());
        Text size = fact(Messages.DatasetEditor_size, NLS.bind(Messages.DatasetEditor_sizeOf,
                new Object[] {Formats.count(dataset.rows()), dataset.schema().size(), Formats.bytes(dataset.bytes())}));
        fact(Messages.DatasetEditor_digest, dataset.sha256());
        dataset.warnings().stream().map(DataWarning::message).forEach(message -> fact(Messages.DatasetEditor_note, message));
        columns.show(new SchemaModel(dataset.schema(), dataset.rows(), List.of()));
        Background.load(size, Messages.DatasetEditor_columns, () -> list.workspace().data().stored(dataset), bytes -> stored(dataset, size, bytes));
        showRows(dataset);
        body.layout(true, true);
    }

    /** What the columns took in the file and what they take now. */
    private void stored(Dataset dataset, Text size, List<Long> bytes) {
        if (!bytes.isEmpty()) {
            columns.show(new SchemaModel(dataset.schema(), dataset.rows(), bytes));
            long all = bytes.stream().mapToLong(Long::longValue).sum();
            size.setText(NLS.bind(Messages.DatasetEditor_sizeStored, new Object[] {size.getText(), Formats.bytes(all),
                    Formats.share((double) all / Math.max(1, dataset.bytes()))}));
        }
    }

    /** The rows come first, since they are what one wants to see; a data set that was read anew gets a new page. */
    private void showRows(Dataset dataset) {
        if (rows != null) {
            rows.dispose();
            tabs.getItem(0).dispose();
        }
        StoredRows source = new StoredRows(list.workspace().data(), dataset);
        rows = new RowsPage(tabs, source, Optional.of((names, selected) -> keep(source, names, selected)));
        CTabItem item = new CTabItem(tabs, SWT.NONE, 0);
        item.setText(Messages.DatasetEditor_rows);
        item.setControl(rows);
        tabs.setSelection(0);
    }

    /** Brings the rows to the front and selects one, counted from 0; does nothing while the data set is not there or has fewer. */
    void showRow(long row) {
        if (rows != null && row >= 0 && row < shown.rows()) {
            tabs.setSelection(0);
            RowsPage page = rows;
            // A page that has just been opened has no size yet, so that nothing could be scrolled.
            page.getDisplay().asyncExec(() -> {
                if (!page.isDisposed()) {
                    page.show(row);
                }
            });
        }
    }

    private void keep(StoredRows source, List<String> names, RowSelection selected) {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setText(Messages.DatasetEditor_keep);
        dialog.setFilterExtensions(new String[] {"*.csv"}); //$NON-NLS-1$
        dialog.setFilterPath(source.dataset().source().getParent().toString());
        dialog.setFileName(NLS.bind(Messages.DatasetEditor_keepName, source.dataset().name()) + ".csv"); //$NON-NLS-1$
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            new KeepSelectionJob(list, source, names, selected, Path.of(file)).schedule();
        }
    }

    private Text fact(String label, String value) {
        new Label(facts, SWT.NONE).setText(label);
        Text text = new Text(facts, SWT.READ_ONLY);
        text.setText(value);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    @Override
    public void setFocus() {
        (rows == null ? columns.control() : rows).setFocus();
    }

    @Override
    public void dispose() {
        if (list != null) {
            list.removeListener(listener);
        }
        super.dispose();
    }
}
