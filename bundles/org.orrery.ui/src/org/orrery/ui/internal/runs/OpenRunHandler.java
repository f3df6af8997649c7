package org.orrery.ui.internal.runs;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.internal.run.RunEditor;

/** Opens the editor of each selected run. */
public final class OpenRunHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        for (RunSummary run : RunVerbHandler.selected(event)) {
            try {
                RunEditor.open(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(), run.id(), run.name());
            } catch (PartInitException e) {
                throw new ExecutionException(e.getMessage(), e);
            }
        }
        return null;
    }
}
