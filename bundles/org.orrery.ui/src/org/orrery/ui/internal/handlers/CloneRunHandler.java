package org.orrery.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Background;
import org.orrery.ui.internal.wizard.RunWizard;

/** Opens the run wizard with the settings and the data of the selected run. */
public final class CloneRunHandler extends AbstractHandler {
    private record Original(AnalysisDescriptor analysis, StoredRun run) {
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Workspace workspace = window.getService(Workspace.class);
        AnalysisCatalog catalog = window.getService(AnalysisCatalog.class);
        if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof RunSummary run) {
            Shell shell = window.getShell();
            Background.load(shell, run.name(), () -> new Original(catalog.find(run.analysis()), workspace.folders().open(run.id())),
                    original -> RunAnalysisHandler.open(shell, RunWizard.again(window.getActivePage(), original.analysis(), original.run())),
                    failure -> MessageDialog.openError(shell, run.name(), failure.getMessage()));
        }
        return null;
    }
}
