package org.orrery.ui.internal.runs;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Background;

/** Asks the run management for the verb that plugin.xml names after the colon, for each selected run. */
public final class RunVerbHandler extends AbstractHandler implements IExecutableExtension {
    private RunVerb verb;

    @Override
    public void setInitializationData(IConfigurationElement config, String propertyName, Object data) {
        verb = RunVerb.of(String.valueOf(data));
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<RunSummary> runs = selected(event).stream().filter(verb::applies).toList();
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        if (!runs.isEmpty()) {
            Workspace workspace = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(Workspace.class);
            Background.load(shell, verb.name(), () -> apply(workspace, runs), refusals -> show(shell, refusals));
        }
        return null;
    }

    private List<String> apply(Workspace workspace, List<RunSummary> runs) {
        List<String> refusals = new ArrayList<>();
        for (RunSummary run : runs) {
            try {
                verb.apply(workspace.runs(), run.id());
            } catch (RunException e) {
                refusals.add(e.getMessage());
            }
        }
        return refusals;
    }

    private void show(Shell shell, List<String> refusals) {
        if (!refusals.isEmpty()) {
            MessageDialog.openError(shell, Messages.RunVerbHandler_refused, String.join("\n", refusals)); //$NON-NLS-1$
        }
    }

    static List<RunSummary> selected(ExecutionEvent event) {
        List<RunSummary> runs = new ArrayList<>();
        for (Object element : HandlerUtil.getCurrentStructuredSelection(event)) {
            if (element instanceof RunSummary run) {
                runs.add(run);
            }
        }
        return runs;
    }
}
