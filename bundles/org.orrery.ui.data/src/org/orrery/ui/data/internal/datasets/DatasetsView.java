package org.orrery.ui.data.internal.datasets;

import java.util.List;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.orrery.data.Dataset;
import org.orrery.ui.Accessibility;
import org.orrery.ui.DatasetList;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.FileDrop;
import org.orrery.ui.Icons;
import org.orrery.ui.TableState;
import org.orrery.ui.Throttler;

/** The data sets of the workspace. */
public final class DatasetsView extends ViewPart {
    /** Its id in plugin.xml. */
    public static final String ID = "org.orrery.ui.data.views.datasets"; //$NON-NLS-1$

    private static final String STATE = "datasets"; //$NON-NLS-1$

    private IMemento before;
    private DatasetList list;
    private Composite stack;
    private EmptyHint hint;
    private TableViewer table;
    private Runnable listener;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        before = memento;
    }

    @Override
    public void saveState(IMemento memento) {
        if (table != null) {
            TableState.save(table.getTable(), STATE, memento);
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        list = getSite().getService(DatasetList.class);
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        hint = new EmptyHint(stack, Messages.DatasetsView_empty)
                .action("datasets.import", Messages.DatasetsView_import, () -> execute("org.orrery.ui.data.commands.importData")) //$NON-NLS-1$ //$NON-NLS-2$
                .action("datasets.samples", Messages.DatasetsView_samples, () -> execute("org.orrery.ui.data.commands.addSample")); //$NON-NLS-1$ //$NON-NLS-2$
        createTable();
        FileDrop.accept(stack, getSite().getWorkbenchWindow());
        FileDrop.accept(table.getControl(), getSite().getWorkbenchWindow());
        Throttler throttler = new Throttler(stack, Throttler.INTERVAL_MS, this::refresh);
        listener = throttler::request;
        list.addListener(listener);
        refresh();
    }

    private void createTable() {
        table = new TableViewer(stack, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setData("orrery.id", "datasets.table"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(table.getTable(), Messages.DatasetsView_name);
        table.setContentProvider(ArrayContentProvider.getInstance());
        for (DatasetColumn column : DatasetColumn.values()) {
            TableViewerColumn widget = new TableViewerColumn(table, column.style());
            widget.getColumn().setText(column.title());
            widget.getColumn().setWidth(column.width());
            widget.getColumn().setMoveable(true);
            widget.setLabelProvider(new DatasetLabel(column, table.getControl()));
        }
        LocalSelectionTransfer transfer = LocalSelectionTransfer.getTransfer();
        table.addDragSupport(DND.DROP_COPY, new Transfer[] {transfer}, new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                event.doit = table.getStructuredSelection().size() == 1;
                transfer.setSelection(table.getStructuredSelection());
            }

            @Override
            public void dragFinished(DragSourceEvent event) {
                transfer.setSelection(null);
            }
        });
        TableState.restore(table.getTable(), STATE, before);
        ColumnViewerToolTipSupport.enableFor(table);
        table.addDoubleClickListener(event -> execute("org.orrery.ui.data.commands.showColumns")); //$NON-NLS-1$
        MenuManager menu = new MenuManager();
        table.getControl().setMenu(menu.createContextMenu(table.getControl()));
        getSite().registerContextMenu(menu, table);
        getSite().setSelectionProvider(table);
        getSite().getService(IContextService.class).activateContext("org.orrery.ui.data.contexts.datasets"); //$NON-NLS-1$
    }

    private void execute(String command) {
        try {
            getSite().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.of(DatasetsView.class).error(e.getMessage(), e);
        }
    }

    private void refresh() {
        List<Dataset> datasets = list.datasets();
        hint.message(list.loaded() ? Messages.DatasetsView_empty : Messages.DatasetsView_loading);
        Control top = datasets.isEmpty() ? hint : table.getControl();
        ((StackLayout) stack.getLayout()).topControl = top;
        stack.layout();
        table.setInput(datasets);
    }

    @Override
    public void setFocus() {
        (table.getControl().isVisible() ? table.getControl() : hint).setFocus();
    }

    @Override
    public void dispose() {
        if (list != null) {
            list.removeListener(listener);
        }
        super.dispose();
    }

    private static final class DatasetLabel extends ColumnLabelProvider {
        private final DatasetColumn column;
        private final Icons icons;

        DatasetLabel(DatasetColumn column, Control owner) {
            this.column = column;
            this.icons = new Icons(owner, DatasetsView.class);
        }

        @Override
        public String getText(Object element) {
            return column.text((Dataset) element);
        }

        @Override
        public Image getImage(Object element) {
            return column == DatasetColumn.NAME ? icons.get("dataset") : null; //$NON-NLS-1$
        }

        @Override
        public String getToolTipText(Object element) {
            return column.tooltip((Dataset) element);
        }
    }
}
