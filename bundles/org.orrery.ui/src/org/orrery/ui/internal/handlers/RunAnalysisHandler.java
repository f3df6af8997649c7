package org.orrery.ui.internal.handlers;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.ui.Help;
import org.orrery.ui.internal.wizard.RunWizard;

/** Opens the run wizard on what is selected: an analysis, a data set, or neither. */
public final class RunAnalysisHandler extends AbstractHandler {
    private static final int WIDTH = 680;
    private static final int HEIGHT = 560;

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Object selected = HandlerUtil.getCurrentStructuredSelection(event).getFirstElement();
        Optional<AnalysisDescriptor> analysis = selected instanceof AnalysisDescriptor found ? Optional.of(found) : Optional.empty();
        Optional<Dataset> dataset = selected instanceof Dataset found ? Optional.of(found) : Optional.empty();
        open(window.getShell(), new RunWizard(window.getActivePage(), analysis, dataset));
        return null;
    }

    /** Opens the wizard in a dialog with its help beside it, and waits until it is closed. */
    public static void open(Shell shell, RunWizard wizard) {
        WizardDialog dialog = new WizardDialog(shell, wizard);
        dialog.setMinimumPageSize(WIDTH, HEIGHT);
        dialog.create();
        Help.attach(dialog.getShell(), wizard::helpTopic);
        dialog.open();
    }
}
