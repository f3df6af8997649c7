package org.orrery.ui.data.internal.datasets;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the page of a data set at one of its rows, which its parameters name; rows count from 1. */
public final class ShowRowHandler extends AbstractHandler {
    private static final String COMMAND = "org.orrery.ui.data.commands.showRow"; //$NON-NLS-1$

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        String dataset = event.getParameter(COMMAND + ".dataset"); //$NON-NLS-1$
        String row = event.getParameter(COMMAND + ".row"); //$NON-NLS-1$
        try {
            DatasetEditor editor = (DatasetEditor) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
                    .openEditor(new DatasetInput(dataset), DatasetEditor.ID);
            editor.showRow(Long.parseLong(row) - 1);
        } catch (PartInitException | NumberFormatException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }
}
