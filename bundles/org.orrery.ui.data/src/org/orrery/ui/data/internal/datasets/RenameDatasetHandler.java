package org.orrery.ui.data.internal.datasets;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.operations.IWorkbenchOperationSupport;
import org.orrery.data.Dataset;
import org.orrery.ui.Background;
import org.orrery.ui.DatasetList;

/** Calls the selected data set otherwise; Undo gives it its old name back. Its file and the runs on it stay as they are. */
public final class RenameDatasetHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        String name = ((Dataset) HandlerUtil.getCurrentStructuredSelection(event).getFirstElement()).name();
        DatasetList list = window.getService(DatasetList.class);
        InputDialog dialog = new InputDialog(window.getShell(), NLS.bind(Messages.RenameDatasetHandler_title, name), Messages.RenameDatasetHandler_name, name,
                text -> refusal(list, name, text.strip()));
        if (dialog.open() == Window.OK && !dialog.getValue().strip().equals(name)) {
            IWorkbenchOperationSupport operations = window.getWorkbench().getOperationSupport();
            Rename rename = new Rename(window, name, dialog.getValue().strip());
            rename.addContext(operations.getUndoContext());
            operations.getOperationHistory().execute(rename, null, null);
        }
        return null;
    }

    /** Why it cannot have that name; null when it can. An empty sentence refuses without a word. */
    private static String refusal(DatasetList list, String name, String next) {
        if (next.isEmpty()) {
            return ""; //$NON-NLS-1$
        }
        Optional<Dataset> other = next.equals(name) ? Optional.empty() : list.find(next);
        return other.map(dataset -> NLS.bind(Messages.RenameDatasetHandler_taken, next)).orElse(null);
    }

    private static final class Rename extends AbstractOperation {
        private final IWorkbenchWindow window;
        private final String before;
        private final String after;

        Rename(IWorkbenchWindow window, String before, String after) {
            super(NLS.bind(Messages.RenameDatasetHandler_title, before));
            this.window = window;
            this.before = before;
            this.after = after;
        }

        @Override
        public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
            return rename(before, after);
        }

        @Override
        public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
            return rename(before, after);
        }

        @Override
        public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
            return rename(after, before);
        }

        private IStatus rename(String from, String to) {
            if (InUse.refused(window, getLabel(), java.util.List.of(from))) {
                return Status.CANCEL_STATUS;
            }
            DatasetList list = window.getService(DatasetList.class);
            Background.load(window.getShell(), getLabel(), () -> {
                list.rename(from, to);
                return to;
            }, done -> reopen(from, to), failure -> MessageDialog.openError(window.getShell(), getLabel(), failure.getMessage()));
            return Status.OK_STATUS;
        }

        /** An open page goes by the name of its data set. */
        private void reopen(String from, String to) {
            IWorkbenchPage page = window.getActivePage();
            IEditorPart open = page == null ? null : page.findEditor(new DatasetInput(from));
            if (open != null) {
                boolean active = page.getActiveEditor() == open;
                page.closeEditor(open, false);
                try {
                    page.openEditor(new DatasetInput(to), DatasetEditor.ID, active);
                } catch (PartInitException e) {
                    ILog.of(RenameDatasetHandler.class).error(e.getMessage(), e);
                }
            }
        }
    }
}
