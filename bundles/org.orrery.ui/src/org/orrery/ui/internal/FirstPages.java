package org.orrery.ui.internal;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.orrery.jobs.RunState;
import org.orrery.ui.Background;
import org.orrery.ui.DatasetList;
import org.orrery.ui.RunList;
import org.orrery.ui.internal.preferences.WorkbenchPreferences;

/** What opens by itself after the start: the page of interrupted runs when there are some, the welcome page for a new workspace. */
public final class FirstPages implements IStartup {
    private final AtomicBoolean decided = new AtomicBoolean();

    @Override
    public void earlyStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        RunList runs = workbench.getService(RunList.class);
        DatasetList datasets = workbench.getService(DatasetList.class);
        if (runs == null || datasets == null) {
            return;
        }
        Runnable look = () -> decide(workbench, runs, datasets);
        runs.addListener(look);
        datasets.addListener(look);
        look.run();
    }

    private void decide(IWorkbench workbench, RunList runs, DatasetList datasets) {
        if (!runs.loaded() || !datasets.loaded() || !decided.compareAndSet(false, true)) {
            return;
        }
        if (runs.runs().stream().anyMatch(run -> run.state() == RunState.INTERRUPTED && run.resumable())) {
            open(workbench, "org.orrery.ui.commands.showInterrupted"); //$NON-NLS-1$
        } else if (runs.runs().isEmpty() && datasets.datasets().isEmpty() && WorkbenchPreferences.welcome()) {
            open(workbench, "org.orrery.ui.commands.welcome"); //$NON-NLS-1$
        }
    }

    private static void open(IWorkbench workbench, String command) {
        workbench.getDisplay().asyncExec(() -> {
            if (workbench.isClosing() || workbench.getWorkbenchWindowCount() == 0) {
                return;
            }
            IWorkbenchWindow window = workbench.getWorkbenchWindows()[0];
            Background.toUi(workbench.getDisplay(), window.getShell(), () -> {
                try {
                    window.getService(IHandlerService.class).executeCommand(command, null);
                } catch (CommandException e) {
                    ILog.of(FirstPages.class).error(e.getMessage(), e);
                }
            });
        });
    }
}
