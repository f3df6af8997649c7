package org.orrery.ui.data.internal.datasets;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.operations.IWorkbenchOperationSupport;
import org.orrery.data.Dataset;
import org.orrery.ui.DatasetList;

/** Forgets the selected data sets; Undo brings them back until the workbench closes. Their files and the runs on them stay. */
public final class RemoveDatasetHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<String> names = new ArrayList<>();
        for (Object element : HandlerUtil.getCurrentStructuredSelection(event)) {
            names.add(((Dataset) element).name());
        }
        if (!names.isEmpty()) {
            IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
            IWorkbenchOperationSupport operations = window.getWorkbench().getOperationSupport();
            String title = label(names);
            if (InUse.refused(window, title, names)) {
                return null;
            }
            Remove remove = new Remove(title, window.getService(DatasetList.class), names);
            remove.addContext(operations.getUndoContext());
            operations.getOperationHistory().execute(remove, null, null);
        }
        return null;
    }

    private static String label(List<String> names) {
        return names.size() == 1 ? NLS.bind(Messages.RemoveDatasetHandler_one, names.get(0)) : NLS.bind(Messages.RemoveDatasetHandler_many, names.size());
    }

    private static final class Remove extends AbstractOperation {
        private final DatasetList list;
        private final List<String> names;

        Remove(String title, DatasetList list, List<String> names) {
            super(title);
            this.list = list;
            this.names = List.copyOf(names);
        }

        @Override
        public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
            list.putIntoBin(names);
            return Status.OK_STATUS;
        }

        @Override
        public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
            return execute(monitor, info);
        }

        @Override
        public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
            list.takeOutOfBin(names);
            return Status.OK_STATUS;
        }
    }
}
