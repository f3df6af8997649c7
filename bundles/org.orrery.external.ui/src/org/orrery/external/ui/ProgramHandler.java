package org.orrery.external.ui;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.data.Dataset;
import org.orrery.ui.Help;

/** Opens the wizard that runs an external program, on the selected data set. */
public final class ProgramHandler extends AbstractHandler {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 520;

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Object selected = HandlerUtil.getCurrentStructuredSelection(event).getFirstElement();
        WizardDialog dialog = new WizardDialog(window.getShell(), new ProgramWizard(window,
                selected instanceof Dataset dataset ? Optional.of(dataset) : Optional.empty()));
        dialog.setMinimumPageSize(WIDTH, HEIGHT);
        dialog.create();
        Help.attach(dialog.getShell(), "org.orrery.external.ui.wizards.program"); //$NON-NLS-1$
        dialog.open();
        return null;
    }
}
