package org.orrery.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.operations.IWorkbenchOperationSupport;

/** Takes the last change of the workbench back, or does it again; plugin.xml says which after the colon. */
public final class UndoHandler extends AbstractHandler implements IExecutableExtension {
    private boolean again;

    @Override
    public void setInitializationData(IConfigurationElement config, String propertyName, Object data) {
        again = "redo".equals(data); //$NON-NLS-1$
    }

    @Override
    public void setEnabled(Object evaluationContext) {
        IUndoContext context = operations().getUndoContext();
        setBaseEnabled(again ? history().canRedo(context) : history().canUndo(context));
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IUndoContext context = operations().getUndoContext();
        if (again) {
            history().redo(context, null, null);
        } else {
            history().undo(context, null, null);
        }
        return null;
    }

    private static IWorkbenchOperationSupport operations() {
        return PlatformUI.getWorkbench().getOperationSupport();
    }

    private static IOperationHistory history() {
        return operations().getOperationHistory();
    }
}
