package org.orrery.ui.internal.retention;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.retention.RetentionPlan;
import org.orrery.jobs.retention.RetentionPolicy;
import org.orrery.ui.Background;
import org.orrery.ui.Formats;
import org.orrery.ui.RunList;

/** Deletes what the policy of the user is against, in the background after the start, when he wants that; says how much, and which in the log. */
public final class RetentionAtStart implements IStartup {
    private static final int SHOWN_MS = 10_000;

    @Override
    public void earlyStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        RunList runs = workbench.getService(RunList.class);
        RetentionPreferences.migrate();
        RetentionPolicy policy = RetentionPreferences.read();
        if (runs != null && RetentionPreferences.atStart() && policy.any()) {
            Background.run(Messages.RetentionAtStart_name, () -> tell(workbench, carryOut(runs.workspace(), policy)));
        }
    }

    private static List<RetentionPlan.Going> carryOut(Workspace workspace, RetentionPolicy policy) throws Exception {
        return plan(workspace, policy).carryOut(workspace.runs(), workspace.folders());
    }

    /** Reads run folders: never on the user interface thread. */
    static RetentionPlan plan(Workspace workspace, RetentionPolicy policy) {
        return RetentionPlan.of(policy, workspace.folders().list(), run -> workspace.folders().bytes(run.id()), Instant.now());
    }

    private static void tell(IWorkbench workbench, List<RetentionPlan.Going> gone) {
        if (gone.isEmpty()) {
            return;
        }
        String message = NLS.bind(Messages.RetentionAtStart_deleted, gone.size(), Formats.bytes(gone.stream().mapToLong(RetentionPlan.Going::bytes).sum()));
        ILog.of(RetentionAtStart.class).info(NLS.bind(Messages.RetentionAtStart_log, message,
                gone.stream().map(each -> Long.toString(each.run().id())).collect(Collectors.joining(", ")))); //$NON-NLS-1$
        workbench.getDisplay().asyncExec(() -> {
            if (!workbench.isClosing() && workbench.getWorkbenchWindowCount() > 0) {
                NotificationPopup.forDisplay(workbench.getDisplay()).title(Messages.RetentionAtStart_name, true).delay(SHOWN_MS).text(message).open();
            }
        });
    }
}
