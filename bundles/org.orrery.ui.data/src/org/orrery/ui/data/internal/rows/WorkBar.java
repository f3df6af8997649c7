package org.orrery.ui.data.internal.rows;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.orrery.ui.Accessibility;

/** The line below a table of rows: what it shows, and while something is at work how far it is, with a button that stops it. */
final class WorkBar extends Composite {
    private static final int STEPS = 1000;

    private final Label status;
    private final ProgressBar progress;
    private final Button stop;
    private Runnable stopping = () -> { };

    WorkBar(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 4).spacing(8, 0).applyTo(this);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(this);
        status = new Label(this, SWT.NONE);
        status.setData("orrery.id", "rows.status"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(status);
        progress = new ProgressBar(this, SWT.HORIZONTAL | SWT.SMOOTH);
        progress.setMaximum(STEPS);
        Accessibility.name(progress, Messages.WorkBar_progress);
        GridDataFactory.fillDefaults().hint(160, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(progress);
        stop = new Button(this, SWT.PUSH);
        stop.setText(Messages.WorkBar_stop);
        stop.setData("orrery.id", "rows.stop"); //$NON-NLS-1$ //$NON-NLS-2$
        stop.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> stopping.run()));
        GridDataFactory.fillDefaults().applyTo(stop);
        working(false);
    }

    /** Says what is; nothing is at work any more. */
    void tell(String text) {
        status.setText(text);
        working(false);
    }

    /** Something begins. */
    void begin(String what, Runnable stopIt) {
        stopping = stopIt;
        status.setText(what);
        progress.setSelection(0);
        working(true);
    }

    /** So much of it is done; what is late is not shown. */
    void progress(double part) {
        if (stop.getVisible()) {
            progress.setSelection((int) Math.round(part * STEPS));
        }
    }

    private void working(boolean now) {
        for (Control control : new Control[] {progress, stop}) {
            control.setVisible(now);
            ((GridData) control.getLayoutData()).exclude = !now;
        }
        layout();
        getParent().layout();
    }
}
