package org.orrery.ui.internal.help;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the help on the part that has the focus. */
public final class HelpHandler extends AbstractHandler {
    private static final String FIRST = "start"; //$NON-NLS-1$
    private static final Map<String, String> TOPICS = Map.of("org.orrery.ui.views.runs", "runs", "org.orrery.ui.views.analyses", "wizard", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
            "org.orrery.ui.data.views.datasets", "data", "org.orrery.ui.editors.run", "results", "org.orrery.ui.editors.compare", "compare", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
            "org.orrery.ui.data.editors.dataset", "data", "org.orrery.ui.editors.recovery", "recovery"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        String part = HandlerUtil.getActivePartId(event);
        try {
            if (page.showView(HelpView.ID) instanceof HelpView view) {
                view.open(TOPICS.getOrDefault(part == null ? "" : part, FIRST)); //$NON-NLS-1$
            }
        } catch (PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }
}
