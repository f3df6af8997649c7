package org.orrery.ui.internal.status;

import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.orrery.jobs.RunState;
import org.orrery.ui.RunList;
import org.orrery.ui.Throttler;
import org.orrery.ui.internal.runs.RunsView;

/** How many runs are at work and how many wait, at the bottom of the window; a click shows them. */
public final class QueueStatus extends WorkbenchWindowControlContribution {
    private static final int INTERVAL_MS = 500;
    private static final int WIDEST = 9999;

    private Link link;

    @Override
    protected Control createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout();
        layout.marginTop = 3;
        layout.marginLeft = 8;
        layout.marginRight = 8;
        layout.center = true;
        area.setLayout(layout);
        link = new Link(area, SWT.NONE);
        link.setData("orrery.id", "status.queue"); //$NON-NLS-1$ //$NON-NLS-2$
        link.setToolTipText(Messages.QueueStatus_tip);
        // The trim does not grow with the text.
        link.setText(NLS.bind(Messages.QueueStatus_busy, WIDEST, WIDEST));
        link.setLayoutData(new RowData(link.computeSize(SWT.DEFAULT, SWT.DEFAULT)));
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> show()));
        RunList runs = PlatformUI.getWorkbench().getService(RunList.class);
        Throttler throttler = new Throttler(link, INTERVAL_MS, () -> refresh(runs));
        Runnable listener = throttler::request;
        runs.addListener(listener);
        link.addDisposeListener(event -> runs.removeListener(listener));
        refresh(runs);
        return area;
    }

    private void refresh(RunList runs) {
        int working = runs.count(RunState.RUNNING);
        int unended = runs.unended();
        String text = "<a>" + (unended == 0 ? Messages.QueueStatus_idle //$NON-NLS-1$
                : NLS.bind(Messages.QueueStatus_busy, working, unended - working)) + "</a>"; //$NON-NLS-1$
        if (!text.equals(link.getText())) {
            link.setText(text);
        }
    }

    private void show() {
        try {
            getWorkbenchWindow().getActivePage().showView(RunsView.ID);
        } catch (PartInitException e) {
            ILog.of(QueueStatus.class).error(e.getMessage(), e);
        }
    }
}
