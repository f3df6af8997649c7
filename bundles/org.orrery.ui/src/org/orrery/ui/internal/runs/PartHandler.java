package org.orrery.ui.internal.runs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.ui.AnalysisNames;
import org.orrery.ui.Background;

/** Asks which part of the selected run, a model for example, is to be skipped or may take only so long, and asks the run management for it. */
public final class PartHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        Workspace workspace = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(Workspace.class);
        List<RunSummary> runs = RunVerbHandler.selected(event);
        if (runs.size() == 1) {
            ask(shell, workspace, HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(AnalysisNames.class), runs.get(0));
        }
        return null;
    }

    /** Asks it for a run at work. */
    public static void ask(Shell shell, Workspace workspace, AnalysisNames names, RunSummary run) {
        Background.load(shell, Messages.PartDialog_title, () -> {
            Map<String, String> parts = new LinkedHashMap<>();
            workspace.runs().groups(run.id()).forEach(group -> parts.put(group, names.of(run.analysis()).group(group)));
            return parts;
        }, parts -> ask(shell, workspace, run, parts), failure -> refused(shell, failure));
    }

    private static void ask(Shell shell, Workspace workspace, RunSummary run, Map<String, String> parts) {
        if (parts.isEmpty()) {
            MessageDialog.openInformation(shell, Messages.PartDialog_title, NLS.bind(Messages.PartHandler_none, run.id()));
            return;
        }
        PartDialog dialog = new PartDialog(shell, run, parts);
        if (dialog.open() == Window.OK) {
            Background.load(shell, Messages.PartDialog_title, () -> {
                if (dialog.time().isZero()) {
                    workspace.runs().skip(run.id(), dialog.part());
                } else {
                    workspace.runs().grant(run.id(), dialog.part(), dialog.time());
                }
                return run;
            }, done -> { }, failure -> refused(shell, failure));
        }
    }

    private static void refused(Shell shell, Exception failure) {
        MessageDialog.openError(shell, Messages.RunVerbHandler_refused, failure.getMessage());
    }
}
