package org.orrery.ui.internal.runs;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.operations.IWorkbenchOperationSupport;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.Background;
import org.orrery.ui.RunList;

/** Gives or takes the tag that plugin.xml names after the colon, for each selected run; Edit › Undo takes it back. */
public final class RunLabelHandler extends AbstractHandler implements IExecutableExtension {
    private RunLabel label;

    @Override
    public void setInitializationData(IConfigurationElement config, String propertyName, Object data) {
        label = RunLabel.of(String.valueOf(data));
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<RunSummary> runs = RunVerbHandler.selected(event).stream().filter(label::applies).toList();
        if (!runs.isEmpty()) {
            IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
            IWorkbenchOperationSupport operations = window.getWorkbench().getOperationSupport();
            Change change = new Change(label, window.getService(RunList.class), runs.stream().map(RunSummary::id).toList());
            change.addContext(operations.getUndoContext());
            operations.getOperationHistory().execute(change, null, null);
        }
        return null;
    }

    private static String name(RunLabel label, int runs) {
        return NLS.bind(switch (label) {
            case ARCHIVE -> Messages.RunLabelHandler_archive;
            case RESTORE -> Messages.RunLabelHandler_restore;
            case BASELINE -> Messages.RunLabelHandler_baseline;
            case NOBASELINE -> Messages.RunLabelHandler_noBaseline;
        }, runs);
    }

    private interface Step {
        void on(RunSummary run) throws RunException;
    }

    private static final class Change extends AbstractOperation {
        private final RunLabel label;
        private final RunList list;
        private final List<Long> runs;

        Change(RunLabel label, RunList list, List<Long> runs) {
            super(name(label, runs.size()));
            this.label = label;
            this.list = list;
            this.runs = runs;
        }

        /** The tags are written in the background, beside those that the runs have by then; what goes wrong stands in the log. */
        private IStatus each(Step step) {
            Background.run(getLabel(), () -> {
                for (long run : runs) {
                    if (list.find(run).isPresent()) {
                        step.on(list.find(run).get());
                    }
                }
            });
            return Status.OK_STATUS;
        }

        @Override
        public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
            return each(run -> label.apply(list.workspace().runs(), run));
        }

        @Override
        public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
            return execute(monitor, info);
        }

        @Override
        public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
            return each(run -> label.undo(list.workspace().runs(), run));
        }
    }
}
