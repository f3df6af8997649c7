package org.orrery.ui.internal.runs;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.RunList;
import org.orrery.ui.internal.run.RunEditor;

/** Opens the editor of the run whose number is the parameter; the newest without one. */
public final class ShowRunHandler extends AbstractHandler {
    private static final String RUN = "org.orrery.ui.commands.showRun.run"; //$NON-NLS-1$

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        RunList runs = window.getService(RunList.class);
        String number = event.getParameter(RUN);
        RunSummary run = number == null ? runs.runs().stream().findFirst().orElse(null)
                : number.matches("\\d{1,18}") ? runs.find(Long.parseLong(number)).orElse(null) : null; //$NON-NLS-1$
        if (run != null) {
            try {
                RunEditor.open(window.getActivePage(), run.id(), run.name());
            } catch (PartInitException e) {
                throw new ExecutionException(e.getMessage(), e);
            }
        }
        return null;
    }
}
