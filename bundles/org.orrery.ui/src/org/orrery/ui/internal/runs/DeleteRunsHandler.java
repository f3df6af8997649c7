package org.orrery.ui.internal.runs;

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
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.operations.IWorkbenchOperationSupport;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.RunBin;
import org.orrery.ui.internal.run.RunInput;

/** Puts the selected runs into the bin; Undo takes them out again. */
public final class DeleteRunsHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<RunSummary> runs = RunVerbHandler.selected(event).stream().filter(RunVerb.DELETE::applies).toList();
        if (!runs.isEmpty()) {
            IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
            RunBin bin = page.getWorkbenchWindow().getService(RunBin.class);
            IWorkbenchOperationSupport operations = page.getWorkbenchWindow().getWorkbench().getOperationSupport();
            Delete delete = new Delete(bin, runs, page);
            delete.addContext(operations.getUndoContext());
            operations.getOperationHistory().execute(delete, null, null);
        }
        return null;
    }

    private static final class Delete extends AbstractOperation {
        private final RunBin bin;
        private final List<Long> runs;
        private final IWorkbenchPage page;

        Delete(RunBin bin, List<RunSummary> runs, IWorkbenchPage page) {
            super(runs.size() == 1 ? NLS.bind(Messages.DeleteRunsHandler_one, runs.get(0).id()) : NLS.bind(Messages.DeleteRunsHandler_many, runs.size()));
            this.bin = bin;
            this.runs = runs.stream().map(RunSummary::id).toList();
            this.page = page;
        }

        @Override
        public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
            closeEditors();
            bin.put(runs);
            return Status.OK_STATUS;
        }

        @Override
        public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
            return execute(monitor, info);
        }

        @Override
        public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
            bin.takeOut(runs);
            return Status.OK_STATUS;
        }

        private void closeEditors() {
            for (IEditorReference editor : page.getEditorReferences()) {
                try {
                    if (editor.getEditorInput() instanceof RunInput input && runs.contains(input.run())) {
                        page.closeEditors(new IEditorReference[] {editor}, false);
                    }
                } catch (PartInitException e) {
                    // An editor that cannot say what it shows is none of a run.
                    continue;
                }
            }
        }
    }
}
