package org.orrery.ui.internal.help;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.jobs.AnalysisDescriptor;

/** Opens the help on the part that has the focus, or on the analysis that is selected in it. */
public final class HelpHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        String part = HandlerUtil.getActivePartId(event);
        String topic = HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                && selection.getFirstElement() instanceof AnalysisDescriptor analysis ? AnalysisHelp.topic(analysis)
                : HelpContexts.topic(part == null ? "" : part).orElse(HelpContexts.FIRST); //$NON-NLS-1$
        try {
            if (page.showView(HelpView.ID) instanceof HelpView view) {
                view.open(topic);
            }
        } catch (PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }
}
