package org.orrery.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/** Takes files that are dropped onto a part of the window, one after the other: runs in a file are added, all others are offered for import. */
public final class FileDrop extends DropTargetAdapter {
    /** The ending of a run in a file. */
    public static final String RUN_ENDING = ".orun"; //$NON-NLS-1$
    private static final String IMPORT_DATA = "org.orrery.ui.data.commands.importData"; //$NON-NLS-1$
    private static final String IMPORT_RUN = "org.orrery.ui.commands.importRun"; //$NON-NLS-1$

    private final IWorkbenchWindow window;

    /** @param window whose commands take the files */
    public FileDrop(IWorkbenchWindow window) {
        this.window = window;
    }

    /** Lets files be dropped onto a control. */
    public static void accept(Control control, IWorkbenchWindow window) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new FileDrop(window));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        event.detail = DND.DROP_COPY;
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] files && files.length > 0) {
            // The source of the drag waits until this returns.
            window.getShell().getDisplay().asyncExec(() -> List.of(files).forEach(file -> open(window, file)));
        }
    }

    /** Takes one file, as if it had been dropped. On the user interface thread; a dialog may open. */
    public static void open(IWorkbenchWindow window, String file) {
        String id = file.toLowerCase(Locale.ROOT).endsWith(RUN_ENDING) ? IMPORT_RUN : IMPORT_DATA;
        ParameterizedCommand command = ParameterizedCommand.generateCommand(window.getService(ICommandService.class).getCommand(id),
                Map.of(id + ".file", file)); //$NON-NLS-1$
        try {
            window.getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.of(FileDrop.class).error(e.getMessage(), e);
        }
    }
}
