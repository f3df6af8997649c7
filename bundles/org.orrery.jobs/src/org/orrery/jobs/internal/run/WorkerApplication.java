package org.orrery.jobs.internal.run;

import org.eclipse.core.runtime.ILog;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.orrery.data.DataStores;
import org.orrery.jobs.AnalysisCatalog;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The application of a process that carries out one run. It ends the process, whatever threads an analysis leaves behind. */
public final class WorkerApplication implements IApplication {
    private static final long PATIENCE_MILLIS = 60_000;

    @Override
    public Object start(IApplicationContext context) throws Exception {
        context.applicationRunning();
        BundleContext bundles = FrameworkUtil.getBundle(WorkerApplication.class).getBundleContext();
        WorkerRun.carryOut(System.in, service(bundles, DataStores.class), service(bundles, AnalysisCatalog.class),
                (message, cause) -> ILog.of(WorkerApplication.class).warn(message, cause));
        System.exit(EXIT_OK);
        return EXIT_OK;
    }

    private static <S> S service(BundleContext bundles, Class<S> type) throws InterruptedException {
        ServiceTracker<S, S> tracker = new ServiceTracker<>(bundles, type, null);
        tracker.open();
        S service = tracker.waitForService(PATIENCE_MILLIS);
        if (service == null) {
            throw new IllegalStateException(Messages.bind(Messages.WorkerApplication_noService, type.getName()));
        }
        return service;
    }

    @Override
    public void stop() {
        // The owner ends this process when it wants it to end.
    }
}
