package org.orrery.ui.internal.score;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.analysis.Names;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.ui.AnalysisNames;
import org.orrery.ui.Background;
import org.orrery.ui.Help;

/** Opens the wizard that applies the model of the selected run to new data. */
public final class ScoreHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Workspace workspace = window.getService(Workspace.class);
        if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof RunSummary run) {
            Shell shell = window.getShell();
            AnalysisNames names = window.getService(AnalysisNames.class);
            Background.load(shell, run.name(), () -> {
                names.of(run.analysis());
                return KeptModel.of(workspace.folders().open(run.id()));
            }, models -> open(shell, workspace, run, models, names.known(run.analysis()).orElse(Names.NONE)),
                    failure -> MessageDialog.openError(shell, Messages.ScoreHandler_title, failure.getMessage()));
        }
        return null;
    }

    private static void open(Shell shell, Workspace workspace, RunSummary run, List<KeptModel> models, Names names) {
        if (models.isEmpty()) {
            MessageDialog.openInformation(shell, Messages.ScoreHandler_title, NLS.bind(Messages.ScoreHandler_none, run.id()));
        } else {
            WizardDialog dialog = new WizardDialog(shell, new ScoreWizard(workspace, run.id(), models, names));
            dialog.create();
            Help.attach(dialog.getShell(), "org.orrery.ui.wizards.score"); //$NON-NLS-1$
            dialog.open();
        }
    }
}
