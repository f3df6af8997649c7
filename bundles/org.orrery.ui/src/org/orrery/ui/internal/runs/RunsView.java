package org.orrery.ui.internal.runs;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.orrery.ui.AnalysisNames;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.FileDrop;
import org.orrery.ui.InSight;
import org.orrery.ui.RunList;
import org.orrery.ui.Throttler;

/** All runs of the workspace. */
public final class RunsView extends ViewPart {
    /** Its id in plugin.xml. */
    public static final String ID = "org.orrery.ui.views.runs"; //$NON-NLS-1$
    private static final int TICK_MS = 1000;

    private RunList list;
    private RunTable table;
    private Composite stack;
    private Composite body;
    private RunFilter filter;
    private EmptyHint hint;
    private InSight sight;
    private Runnable listener;

    private IMemento before;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        before = memento;
    }

    @Override
    public void saveState(IMemento memento) {
        if (table != null) {
            table.save(memento);
            filter.save(memento);
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        list = getSite().getService(RunList.class);
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        hint = new EmptyHint(stack, Messages.RunsView_empty);
        body = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        filter = new RunFilter(body, list.workspace().folders(), this::refresh);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        table = new RunTable(body, list, getSite().getService(AnalysisNames.class));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        if (before != null) {
            table.restore(before);
            filter.restore(before);
        }
        table.control().addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> open()));
        MenuManager menu = new MenuManager();
        table.control().setMenu(menu.createContextMenu(table.control()));
        getSite().registerContextMenu(menu, table);
        FileDrop.accept(stack, getSite().getWorkbenchWindow());
        FileDrop.accept(table.control(), getSite().getWorkbenchWindow());
        getSite().setSelectionProvider(table);
        getSite().getService(IContextService.class).activateContext("org.orrery.ui.contexts.runs"); //$NON-NLS-1$
        sight = new InSight(this, stack, Throttler.INTERVAL_MS, this::refresh);
        table.beforeChoosing(sight::catchUp);
        listener = sight::request;
        list.addListener(listener);
        refresh();
        tick(parent.getDisplay());
    }

    private void open() {
        try {
            getSite().getService(IHandlerService.class).executeCommand("org.orrery.ui.commands.openRun", null); //$NON-NLS-1$
        } catch (CommandException e) {
            ILog.of(RunsView.class).error(e.getMessage(), e);
        }
    }

    private void refresh() {
        var runs = list.runs();
        hint.message(list.loaded() ? Messages.RunsView_empty : Messages.RunsView_loading);
        Composite top = runs.isEmpty() ? hint : body;
        StackLayout layout = (StackLayout) stack.getLayout();
        if (layout.topControl != top) {
            layout.topControl = top;
            stack.layout();
        }
        table.show(filter.of(runs));
    }

    private void tick(Display display) {
        // Not with each change: the platform looks through the whole window for whoever shows it.
        setTitleToolTip(NLS.bind(Messages.RunsView_tooltip, list.count(), list.unended()));
        display.timerExec(TICK_MS, () -> {
            if (!stack.isDisposed()) {
                if (sight.now()) {
                    table.tick();
                }
                tick(display);
            }
        });
    }

    @Override
    public void setFocus() {
        (table.control().isVisible() ? table.control() : hint).setFocus();
    }

    @Override
    public void dispose() {
        if (list != null) {
            list.removeListener(listener);
        }
        super.dispose();
    }
}
