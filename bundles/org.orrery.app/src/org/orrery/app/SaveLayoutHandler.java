package org.orrery.app;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Keeps the arrangement of the window under a name. */
public final class SaveLayoutHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Layouts layouts = new Layouts(window);
        String before = layouts.own(layouts.current()) ? layouts.current().getLabel() : ""; //$NON-NLS-1$
        InputDialog dialog = new InputDialog(window.getShell(), Messages.SaveLayoutHandler_title, Messages.SaveLayoutHandler_name, before,
                name -> refusal(layouts, name.strip()));
        if (dialog.open() == Window.OK) {
            String name = dialog.getValue().strip();
            Optional<IPerspectiveDescriptor> there = layouts.find(name);
            if (there.isEmpty() || MessageDialog.open(MessageDialog.QUESTION, window.getShell(), Messages.SaveLayoutHandler_title,
                    NLS.bind(Messages.SaveLayoutHandler_replace, name), SWT.SHEET, Messages.SaveLayoutHandler_yes, Messages.SaveLayoutHandler_no) == 0) {
                layouts.save(name);
            }
        }
        return null;
    }

    /** Why it cannot have that name; null when it can. An empty sentence refuses without a word. */
    private static String refusal(Layouts layouts, String name) {
        if (name.isEmpty()) {
            return ""; //$NON-NLS-1$
        }
        return layouts.find(name).filter(layout -> !layouts.own(layout)).map(layout -> NLS.bind(Messages.SaveLayoutHandler_taken, layout.getLabel())).orElse(null);
    }
}
