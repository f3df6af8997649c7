package org.orrery.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.Workspaces;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/** The workspace of this process, published as a service while it is open. Its files are touched by a thread of its own only. */
final class OpenWorkspace implements AutoCloseable {
    private static final long SERVICE_LIMIT_MS = 10_000;
    private static final long CLOSE_LIMIT_SECONDS = 20;
    private static final int PATIENCE_MS = 800;

    private final Workspace workspace;
    private final ServiceRegistration<Workspace> registration;

    private OpenWorkspace(Workspace workspace, ServiceRegistration<Workspace> registration) {
        this.workspace = workspace;
        this.registration = registration;
    }

    /**
     * Opens it while the display stays alive; tells the user when that takes long, as after a crash.
     *
     * @param shown called before something is shown, to end the splash
     */
    static OpenWorkspace open(Path folder, Display display, Runnable shown) throws RunException {
        BundleContext context = FrameworkUtil.getBundle(OpenWorkspace.class).getBundleContext();
        Workspace workspace = work(display, folder, shown, () -> workspaces(context).open(folder));
        return new OpenWorkspace(workspace, context.registerService(Workspace.class, workspace, null));
    }

    /**
     * Has the process that owns the workspace add a run from a file, while the display stays alive.
     *
     * @return the number of the run
     */
    static long add(Path folder, Path file, Display display, Runnable shown) throws RunException {
        BundleContext context = FrameworkUtil.getBundle(OpenWorkspace.class).getBundleContext();
        return work(display, folder, shown, () -> {
            try (Connection owner = workspaces(context).connect(folder)) {
                return owner.runs().add(file);
            }
        });
    }

    private static <T> T work(Display display, Path folder, Runnable shown, Callable<T> body) throws RunException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread.ofPlatform().name("Opening the workspace").start(() -> { //$NON-NLS-1$
            try {
                answer.complete(body.call());
            } catch (Throwable e) {
                // Errors too, such as a plug-in that does not fit: the splash would stay for ever.
                answer.completeExceptionally(e);
            }
            display.wake();
        });
        return wait(answer, display, folder, shown);
    }

    private static Workspaces workspaces(BundleContext context) throws InterruptedException, RunException {
        ServiceTracker<Workspaces, Workspaces> tracker = new ServiceTracker<>(context, Workspaces.class, null);
        tracker.open();
        try {
            Workspaces found = tracker.waitForService(SERVICE_LIMIT_MS);
            if (found == null) {
                throw new RunException(RunException.Code.INTERNAL, Messages.OpenWorkspace_incomplete);
            }
            return found;
        } finally {
            tracker.close();
        }
    }

    private static <T> T wait(CompletableFuture<T> opening, Display display, Path folder, Runnable shown) throws RunException {
        Shell[] notice = new Shell[1];
        Runnable show = () -> {
            if (!opening.isDone()) {
                shown.run();
                notice[0] = notice(display, folder);
            }
        };
        display.timerExec(PATIENCE_MS, show);
        while (!opening.isDone()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        display.timerExec(-1, show);
        if (notice[0] != null) {
            notice[0].dispose();
        }
        try {
            return opening.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RunException refusal) {
                throw refusal;
            }
            throw new RunException(RunException.Code.INTERNAL, NLS.bind(Messages.OpenWorkspace_failed, folder, e.getCause().getMessage()),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException(RunException.Code.CANCELLED, Messages.OpenWorkspace_interrupted, e);
        }
    }

    private static Shell notice(Display display, Path folder) {
        // Without a trim, since window managers give a titled window that cannot be resized a size of their own.
        Shell shell = new Shell(display, SWT.NO_TRIM | SWT.BORDER);
        shell.setText(Messages.WorkbenchApplication_title);
        FillLayout layout = new FillLayout();
        layout.marginWidth = 24;
        layout.marginHeight = 18;
        shell.setLayout(layout);
        new Label(shell, SWT.NONE).setText(NLS.bind(Messages.OpenWorkspace_opening, folder));
        shell.pack();
        Point size = shell.getSize();
        Rectangle screen = display.getPrimaryMonitor().getClientArea();
        shell.setLocation(screen.x + (screen.width - size.x) / 2, screen.y + (screen.height - size.y) / 2);
        shell.open();
        return shell;
    }

    /** Interrupts running work so that it can be resumed, and lets go of the workspace, within a limit. */
    @Override
    public void close() {
        registration.unregister();
        Thread closing = Thread.ofPlatform().name("Closing the workspace").daemon().unstarted(workspace::close); //$NON-NLS-1$
        closing.start();
        awaitEnd(closing);
    }

    private static void awaitEnd(Thread closing) {
        try {
            if (!closing.join(java.time.Duration.ofSeconds(CLOSE_LIMIT_SECONDS))) {
                StringBuilder where = new StringBuilder(NLS.bind(Messages.OpenWorkspace_slow, CLOSE_LIMIT_SECONDS));
                for (StackTraceElement element : closing.getStackTrace()) {
                    where.append(System.lineSeparator()).append(element);
                }
                ILog.of(OpenWorkspace.class).error(where.toString());
            }
        } catch (InterruptedException e) {
            // The process is being ended; what is committed is on disk.
            Thread.currentThread().interrupt();
        }
    }
}
