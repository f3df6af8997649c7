package org.orrery.ui.data.internal.importing;

import java.util.function.Consumer;

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
final class FailedImport implements Consumer<String> {
    private final IWorkbenchWindow window;
    private final ImportWizard.Start start;

    /** @param start what the wizard begins with when the user wants it back */
    FailedImport(IWorkbenchWindow window, ImportWizard.Start start) {
        this.window = window;
        this.start = start;
    }

    @Override
    public void accept(String sentence) {
        Shell shell = window.getShell();
        if (shell != null && !shell.isDisposed()) {
            Background.toUi(shell.getDisplay(), shell, () -> show(shell, sentence));
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
