package org.orrery.ui.data.internal.importing;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.orrery.ui.Background;

/**
 * What is wrong far behind the beginning of a file is found when the wizard is closed already: then this says it, and leads
 * back to the wizard as it was left.
 */
final class FailedImport extends JobChangeAdapter {
    private final IWorkbenchWindow window;
    private final ImportWizard.Start start;

    /** @param start what the wizard begins with when the user wants it back */
    FailedImport(IWorkbenchWindow window, ImportWizard.Start start) {
        this.window = window;
        this.start = start;
    }

    @Override
    public void done(IJobChangeEvent event) {
        IStatus result = event.getResult();
        Shell shell = window.getShell();
        if (result.getSeverity() == IStatus.ERROR && !shell.isDisposed()) {
            Background.toUi(shell.getDisplay(), shell, () -> show(shell, result.getMessage()));
        }
    }

    private void show(Shell shell, String sentence) {
        int pressed = MessageDialog.open(MessageDialog.ERROR, shell, NLS.bind(Messages.FailedImport_title, start.file().getFileName()), sentence, SWT.SHEET,
                Messages.FailedImport_change, Messages.FailedImport_close);
        if (pressed == 0) {
            ImportHandler.open(window, start);
        }
    }
}
