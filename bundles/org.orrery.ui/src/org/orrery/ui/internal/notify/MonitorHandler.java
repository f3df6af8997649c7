package org.orrery.ui.internal.notify;

import java.net.URI;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.jobs.RunMonitors;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Background;
import org.orrery.ui.Desktop;

/** Turns the monitor on for the rest of the session, which it never is by itself, and shows it in the browser of the system. */
public final class MonitorHandler extends AbstractHandler {
    private RunMonitors.Monitor monitor;

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Shell shell = window.getShell();
        if (monitor == null && !MessageDialog.openConfirm(shell, Messages.MonitorHandler_title, Messages.MonitorHandler_question)) {
            return null;
        }
        RunMonitors monitors = PlatformUI.getWorkbench().getService(RunMonitors.class);
        Workspace workspace = window.getService(Workspace.class);
        Desktop desktop = window.getService(Desktop.class);
        Background.load(shell, Messages.MonitorHandler_title, () -> address(monitors, workspace, window.getWorkbench()), address -> {
            if (!desktop.browse(address)) {
                MessageDialog.openInformation(shell, Messages.MonitorHandler_title, address.toString());
            }
        }, failure -> MessageDialog.openError(shell, Messages.MonitorHandler_title, failure.getMessage()));
        return null;
    }

    private synchronized URI address(RunMonitors monitors, Workspace workspace, IWorkbench workbench) throws Exception {
        if (monitor == null) {
            monitor = monitors.open(workspace.runs(), workspace.folders(), false);
            workbench.addWorkbenchListener(new IWorkbenchListener() {
                @Override
                public boolean preShutdown(IWorkbench closing, boolean forced) {
                    return true;
                }

                @Override
                public void postShutdown(IWorkbench closed) {
                    monitor.close();
                }
            });
        }
        return monitor.address();
    }
}
