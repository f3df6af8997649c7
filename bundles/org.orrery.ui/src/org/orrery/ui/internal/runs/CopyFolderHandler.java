package org.orrery.ui.internal.runs;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Background;

/** Puts the folders of the selected runs onto the clipboard, one a line. */
public final class CopyFolderHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Workspace workspace = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(Workspace.class);
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        List<RunSummary> runs = RunVerbHandler.selected(event);
        Background.load(shell, Messages.CopyFolderHandler_find, () -> {
            StringBuilder text = new StringBuilder();
            for (RunSummary run : runs) {
                text.append(text.isEmpty() ? "" : "\n").append(workspace.folders().open(run.id()).folder()); //$NON-NLS-1$ //$NON-NLS-2$
            }
            return text.toString();
        }, text -> copy(shell, text));
        return null;
    }

    private static void copy(Shell shell, String text) {
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(shell.getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }
}
