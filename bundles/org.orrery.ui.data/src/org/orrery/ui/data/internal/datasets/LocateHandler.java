package org.orrery.ui.data.internal.datasets;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.ui.Background;
import org.orrery.ui.DatasetList;
import org.orrery.ui.data.internal.importing.ImportHandler;

/** Says where the file of a data set lies now. A file with another content is not taken for it, but can be imported in its place. */
public final class LocateHandler extends AbstractHandler {
    private static final String FILE = "org.orrery.ui.data.commands.locate.file"; //$NON-NLS-1$

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Dataset dataset = (Dataset) HandlerUtil.getCurrentStructuredSelection(event).getFirstElement();
        String given = event.getParameter(FILE);
        String chosen = given == null ? ask(window, dataset) : given;
        if (chosen != null) {
            locate(window, dataset, Path.of(chosen).toAbsolutePath());
        }
        return null;
    }

    private static String ask(IWorkbenchWindow window, Dataset dataset) {
        FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN);
        dialog.setText(NLS.bind(Messages.LocateHandler_title, dataset.name()));
        dialog.setFileName(String.valueOf(dataset.source().getFileName()));
        return dialog.open();
    }

    /** Takes that file for the data set when it has its content. */
    static void locate(IWorkbenchWindow window, Dataset dataset, Path file) {
        DatasetList list = window.getService(DatasetList.class);
        Dataset moved = new Dataset(dataset.name(), file, dataset.options(), dataset.schema(), dataset.rows(), dataset.sha256(),
                dataset.bytes(), dataset.modified(), dataset.warnings());
        Background.load(window.getShell(), NLS.bind(Messages.LocateHandler_comparing, file.getFileName()), () -> {
            boolean same = list.workspace().data().isCurrent(moved, Progress.NONE);
            if (same) {
                list.put(moved);
            }
            return same;
        }, same -> {
            if (!same && MessageDialog.open(MessageDialog.QUESTION, window.getShell(), NLS.bind(Messages.LocateHandler_title, dataset.name()),
                    NLS.bind(Messages.LocateHandler_other, file.getFileName(), dataset.name()), SWT.SHEET, Messages.LocateHandler_import,
                    Messages.LocateHandler_keep) == 0) {
                ImportHandler.openAgain(window, dataset, file);
            }
        }, failure -> MessageDialog.openError(window.getShell(), NLS.bind(Messages.LocateHandler_title, dataset.name()), failure.getMessage()));
    }
}
