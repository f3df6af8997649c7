package org.orrery.ui.internal.runs;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Background;

/** Asks for the tags and the note of the selected run and keeps them. */
public final class DescribeRunHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        Workspace workspace = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(Workspace.class);
        List<RunSummary> runs = RunVerbHandler.selected(event);
        if (runs.size() == 1) {
            RunSummary run = runs.get(0);
            DescribeRunDialog dialog = new DescribeRunDialog(shell, run);
            if (dialog.open() == Window.OK) {
                Background.load(shell, Messages.DescribeRunDialog_title, () -> {
                    workspace.runs().tag(run.id(), dialog.tags());
                    workspace.runs().note(run.id(), dialog.note());
                    return run;
                }, done -> { }, failure -> MessageDialog.openError(shell, Messages.RunVerbHandler_refused, failure.getMessage()));
            }
        }
        return null;
    }
}
