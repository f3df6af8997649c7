package org.orrery.app;

import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/** Offers the files that are dropped onto the middle of the window for import, one after the other. */
final class FileDrop extends DropTargetAdapter {
    private static final String IMPORT = "org.orrery.ui.data.commands.importData"; //$NON-NLS-1$

    private final IWorkbenchWindow window;

    FileDrop(IWorkbenchWindow window) {
        this.window = window;
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        event.detail = DND.DROP_COPY;
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] files && files.length > 0) {
            // The source of the drag waits until this returns.
            window.getShell().getDisplay().asyncExec(() -> List.of(files).forEach(this::open));
        }
    }

    private void open(String file) {
        ParameterizedCommand command = ParameterizedCommand.generateCommand(window.getService(ICommandService.class).getCommand(IMPORT),
                Map.of(IMPORT + ".file", file)); //$NON-NLS-1$
        try {
            window.getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.of(FileDrop.class).error(e.getMessage(), e);
        }
    }
}
