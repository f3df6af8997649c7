package org.orrery.ui.internal.export;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Background;
import org.orrery.ui.FileDrop;

/** Writes the selected run with all it holds into one file, which any workspace can add. */
public final class ExportRunHandler extends AbstractHandler {
    private static final String FILE = "org.orrery.ui.commands.exportRun.file"; //$NON-NLS-1$

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof RunSummary run) {
            Shell shell = window.getShell();
            String title = NLS.bind(Messages.ExportRunHandler_title, run.id());
            Destination.of(event, FILE, shell, title, NLS.bind(Messages.ExportRunHandler_name, run.id()), List.of(FileDrop.RUN_ENDING.substring(1)))
                    .ifPresent(file -> write(window.getService(Workspace.class), shell, title, run.id(), file.toAbsolutePath()));
        }
        return null;
    }

    private static void write(Workspace workspace, Shell shell, String title, long run, Path file) {
        Background.load(shell, title, () -> {
            workspace.folders().export(run, file);
            return file;
        }, written -> MessageDialog.openInformation(shell, title, NLS.bind(Messages.ExportRunHandler_done, written)),
                failure -> MessageDialog.openError(shell, title, String.valueOf(failure.getMessage())));
    }
}
