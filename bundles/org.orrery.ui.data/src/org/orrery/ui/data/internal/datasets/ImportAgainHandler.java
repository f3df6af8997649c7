package org.orrery.ui.data.internal.datasets;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.data.Dataset;
import org.orrery.ui.data.internal.importing.ImportHandler;

/** Opens the import wizard on the file of the selected data set, which has another content by now. */
public final class ImportAgainHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Dataset dataset = (Dataset) HandlerUtil.getCurrentStructuredSelection(event).getFirstElement();
        ImportHandler.openAgain(HandlerUtil.getActiveWorkbenchWindowChecked(event), dataset, dataset.source());
        return null;
    }
}
