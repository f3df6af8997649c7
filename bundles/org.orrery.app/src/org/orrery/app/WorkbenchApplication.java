package org.orrery.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.orrery.jobs.RunException;

/**
 * Starts the workbench on a workspace. Exit codes: 0 closed, 23 restart, 4 the workspace belongs to another process or
 * cannot be used.
 */
public final class WorkbenchApplication implements IApplication {
    private static final Integer WORKSPACE_UNUSABLE = 4;

    private volatile OrreryAdvisor advisor;

    @Override
    public Object start(IApplicationContext context) {
        Display display = PlatformUI.createDisplay();
        try {
            return run(context, display);
        } finally {
            display.dispose();
        }
    }

    private Object run(IApplicationContext context, Display display) {
        Path folder = WorkspaceFolder.choose();
        try (OpenWorkspace workspace = OpenWorkspace.open(folder, display, context::applicationRunning)) {
            keepStateIn(folder);
            advisor = new OrreryAdvisor();
            int code = PlatformUI.createAndRunWorkbench(display, advisor);
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } catch (RunException e) {
            context.applicationRunning();
            Optional<Path> run = e.code() == RunException.Code.WORKSPACE_LOCKED ? GivenFile.take().filter(GivenFile::isRun) : Optional.empty();
            return run.isPresent() ? handOver(folder, run.get(), display) : refused(e);
        } catch (IOException e) {
            ILog.of(WorkbenchApplication.class).error(e.getMessage(), e);
            context.applicationRunning();
            MessageDialog.openError(null, Messages.WorkbenchApplication_title,
                    NLS.bind(Messages.WorkbenchApplication_state, folder, e.getMessage()));
            return WORKSPACE_UNUSABLE;
        }
    }

    /** The Orrery that has the workspace open adds the run; this one has nothing more to do. */
    private static Object handOver(Path folder, Path file, Display display) {
        try {
            long run = OpenWorkspace.add(folder, file, display, () -> { });
            MessageDialog.openInformation(null, Messages.WorkbenchApplication_title, NLS.bind(Messages.WorkbenchApplication_handedOver, run));
            return EXIT_OK;
        } catch (RunException e) {
            return refused(e);
        }
    }

    private static Object refused(RunException e) {
        MessageDialog.openError(null, Messages.WorkbenchApplication_title, e.getMessage());
        return WORKSPACE_UNUSABLE;
    }

    /** The layout of the window belongs to the workspace, unless the user names another place with {@code -data}. */
    private static void keepStateIn(Path folder) throws IOException {
        Location location = Platform.getInstanceLocation();
        if (!location.isSet()) {
            // Not locked by the platform: the lease of the workspace already keeps others out.
            location.set(folder.toUri().toURL(), false);
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            advisor.closeUnasked();
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().asyncExec(workbench::close);
        }
    }
}
