package org.orrery.ui.tests;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Starts the real application once, in a thread of its own, and runs the test methods on its user interface thread. In
 * place of the harness of the build, which would need the IDE in the target platform.
 */
public final class InWorkbench implements BeforeAllCallback, InvocationInterceptor {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(InWorkbench.class);
    private static final long LIMIT_SECONDS = 90;
    private static final Collection<Error> UNDISPOSED = new ConcurrentLinkedQueue<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent("workbench", key -> new Running());
    }

    @Override
    public void interceptBeforeEachMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        onUiThread(invocation);
    }

    @Override
    public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        onUiThread(invocation);
    }

    @Override
    public void interceptAfterEachMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
            ExtensionContext context) throws Throwable {
        onUiThread(invocation);
    }

    /** Where our own code made a resource that was collected without having been disposed. */
    static List<Error> undisposed() {
        System.gc();
        return UNDISPOSED.stream().filter(error -> Arrays.stream(error.getStackTrace()).anyMatch(element -> element.getClassName().startsWith("org.orrery.")))
                .toList();
    }

    private static void onUiThread(Invocation<Void> invocation) throws Throwable {
        Throwable[] failure = new Throwable[1];
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> {
            try {
                invocation.proceed();
            } catch (Throwable e) {
                failure[0] = e;
            }
        });
        if (failure[0] != null) {
            throw failure[0];
        }
    }

    /** The application while it runs; closed after the last test. */
    private static final class Running implements ExtensionContext.Store.CloseableResource {
        private final Thread thread;
        private volatile Object exit;
        private volatile Throwable failure;

        Running() {
            // The display counts its resources, and tells of those that nobody has disposed.
            Device.DEBUG = true;
            Resource.setNonDisposeHandler(UNDISPOSED::add);
            thread = Thread.ofPlatform().name("main").start(this::run);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
            try {
                awaitOpen(end);
            } finally {
                Device.DEBUG = false;
            }
        }

        private void awaitOpen(long end) {
            try {
                while (!isOpen()) {
                    // Ends at once when the application ends; else looks again soon.
                    if (thread.join(Duration.ofMillis(50)) || System.nanoTime() > end) {
                        throw new IllegalStateException("The workbench did not open; exit code " + exit, failure);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the workbench opened", e);
            }
        }

        private void run() {
            try {
                IConfigurationElement application = Platform.getExtensionRegistry()
                        .getExtension("org.eclipse.core.runtime.applications", "org.orrery.app.workbench").getConfigurationElements()[0];
                exit = ((IApplication) application.getChildren("run")[0].createExecutableExtension("class")).start(new StartedByTests());
            } catch (Exception | Error e) {
                failure = e;
            }
        }

        private static boolean isOpen() {
            if (!PlatformUI.isWorkbenchRunning()) {
                return false;
            }
            IWorkbench workbench = PlatformUI.getWorkbench();
            boolean[] open = new boolean[1];
            workbench.getDisplay().syncExec(() -> open[0] = !workbench.isStarting() && workbench.getWorkbenchWindowCount() > 0);
            return open[0];
        }

        @Override
        public void close() throws InterruptedException {
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().syncExec(workbench::close);
            if (!thread.join(Duration.ofSeconds(LIMIT_SECONDS)) || !Integer.valueOf(0).equals(exit)) {
                throw new IllegalStateException("The workbench must end with 0, but: " + exit, failure);
            }
        }
    }
}
