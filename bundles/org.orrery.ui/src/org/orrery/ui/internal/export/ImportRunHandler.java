package org.orrery.ui.internal.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Background;
import org.orrery.ui.FileDrop;
import org.orrery.ui.internal.run.RunEditor;

/** Adds a run that was exported, from the file that the command names or the user chooses, and shows it. */
public final class ImportRunHandler extends AbstractHandler {
    private static final String FILE = "org.orrery.ui.commands.importRun.file"; //$NON-NLS-1$

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        String given = event.getParameter(FILE);
        String file = given == null ? ask(window.getShell()) : given;
        if (file != null) {
            try {
                add(window, Path.of(file).toAbsolutePath());
            } catch (InvalidPathException e) {
                throw new ExecutionException(e.getMessage(), e);
            }
        }
        return null;
    }

    private static String ask(Shell shell) {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN);
        dialog.setText(Messages.ImportRunHandler_title);
        dialog.setFilterNames(new String[] {Messages.ImportRunHandler_files});
        dialog.setFilterExtensions(new String[] {'*' + FileDrop.RUN_ENDING});
        return dialog.open();
    }

    private static void add(IWorkbenchWindow window, Path file) {
        Workspace workspace = window.getService(Workspace.class);
        Background.load(window.getShell(), Messages.ImportRunHandler_title, () -> workspace.folders().open(workspace.runs().add(file)).summary(),
                run -> show(window, run),
                failure -> MessageDialog.openError(window.getShell(), Messages.ImportRunHandler_title, String.valueOf(failure.getMessage())));
    }

    private static void show(IWorkbenchWindow window, RunSummary run) {
        try {
            RunEditor.open(window.getActivePage(), run.id(), run.name());
        } catch (PartInitException e) {
            ILog.of(ImportRunHandler.class).error(e.getMessage(), e);
        }
    }
}
