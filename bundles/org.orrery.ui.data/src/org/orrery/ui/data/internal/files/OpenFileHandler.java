package org.orrery.ui.data.internal.files;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens a file to look at its rows, without importing it. */
public final class OpenFileHandler extends AbstractHandler {
    private static final String FILE = "org.orrery.ui.data.commands.openFile.file"; //$NON-NLS-1$

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        String file = event.getParameter(FILE);
        if (file == null) {
            FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN);
            dialog.setText(Messages.OpenFileHandler_title);
            file = dialog.open();
        }
        if (file != null) {
            open(window, Path.of(file));
        }
        return null;
    }

    /** Opens the page of that file. */
    public static void open(IWorkbenchWindow window, Path file) {
        try {
            window.getActivePage().openEditor(new FileInput(file), FileEditor.ID);
        } catch (PartInitException e) {
            ILog.of(OpenFileHandler.class).error(e.getMessage(), e);
        }
    }
}
