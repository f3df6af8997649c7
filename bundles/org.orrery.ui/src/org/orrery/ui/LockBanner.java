package org.orrery.ui;

import java.util.List;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.orrery.jobs.RunSummary;

/** Says which run is using a data set, with a link to it, and takes no room while none is. */
public final class LockBanner extends Composite {
    private static final String SHOW = "org.orrery.ui.commands.showRun"; //$NON-NLS-1$

    private final Link link;
    private final IWorkbenchWindow window;
    private final String dataset;
    private final RunList runs;
    private List<RunSummary> holders = List.of();

    /** @param dataset the name of the data set */
    public LockBanner(Composite parent, IWorkbenchWindow window, String dataset) {
        super(parent, SWT.NONE);
        this.window = window;
        this.dataset = dataset;
        this.runs = window.getService(RunList.class);
        GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(12, 12, 6, 6).spacing(8, 0).applyTo(this);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
        Label icon = new Label(this, SWT.NONE);
        icon.setImage(new Icons(this, LockBanner.class).get("lock")); //$NON-NLS-1$
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
        link = new Link(this, SWT.NONE);
        // It takes the lines that it needs in a narrow part.
        GridDataFactory.fillDefaults().grab(true, false).applyTo(link);
        link.setData("orrery.id", "lock.link"); //$NON-NLS-1$ //$NON-NLS-2$
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> open(event.text)));
        setVisible(false);
        Throttler throttler = new Throttler(this, Throttler.INTERVAL_MS, this::refresh);
        Runnable listener = throttler::request;
        runs.addListener(listener);
        addDisposeListener(event -> runs.removeListener(listener));
        refresh();
    }

    private void refresh() {
        List<RunSummary> next = runs.using(dataset);
        if (next.stream().map(RunSummary::id).toList().equals(holders.stream().map(RunSummary::id).toList())) {
            return;
        }
        holders = next;
        link.setText(next.stream().findFirst().map(run -> NLS.bind(Messages.LockBanner_held, run.id(), run.name().replace("&", "&&"))).orElse("")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
        ((GridData) getLayoutData()).exclude = next.isEmpty();
        setVisible(!next.isEmpty());
        getParent().layout(true, true);
    }

    private void open(String run) {
        ParameterizedCommand command = ParameterizedCommand.generateCommand(window.getService(ICommandService.class).getCommand(SHOW),
                java.util.Map.of(SHOW + ".run", run)); //$NON-NLS-1$
        try {
            window.getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.of(LockBanner.class).error(e.getMessage(), e);
        }
    }
}
