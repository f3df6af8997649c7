package org.orrery.app;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Puts every part back to where the layout has it. */
public final class ResetLayoutHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Layouts layouts = new Layouts(window);
        if (MessageDialog.open(MessageDialog.QUESTION, window.getShell(), Messages.ResetLayoutHandler_title,
                NLS.bind(Messages.ResetLayoutHandler_question, layouts.current().getLabel()), SWT.SHEET, Messages.ResetLayoutHandler_yes,
                Messages.ResetLayoutHandler_no) == 0) {
            layouts.reset();
        }
        return null;
    }
}
