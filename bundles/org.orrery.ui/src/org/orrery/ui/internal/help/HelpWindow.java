package org.orrery.ui.internal.help;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** The help beside a dialog, which leaves no way to a view. */
public final class HelpWindow extends Window {
    private static final Point SIZE = new Point(760, 520);

    private final String topic;

    /** @param topic the page that is shown first */
    public HelpWindow(Shell parent, String topic) {
        super(parent);
        this.topic = topic;
        setShellStyle(SWT.SHELL_TRIM | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.HelpWindow_title);
    }

    @Override
    protected Control createContents(Composite parent) {
        HelpPane pane = new HelpPane(parent);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pane);
        pane.open(topic);
        return pane;
    }

    @Override
    protected Point getInitialSize() {
        return SIZE;
    }
}
