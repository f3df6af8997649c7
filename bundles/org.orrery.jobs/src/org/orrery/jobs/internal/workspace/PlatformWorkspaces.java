package org.orrery.jobs.internal.workspace;

import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.orrery.analysis.compare.RunComparison;
import org.orrery.data.DataStores;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunHistories;
import org.orrery.jobs.Workspaces;
import org.orrery.jobs.internal.files.InjectedFaults;
import org.orrery.jobs.internal.worker.FrameworkLaunch;
import org.orrery.jobs.internal.worker.WorkerPreferences;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;

/** The service, with the log of the platform. */
@Component(service = Workspaces.class)
public final class PlatformWorkspaces extends FolderWorkspaces {
    private final ServiceTracker<RunComparison, RunComparison> comparisons;

    /** Called by Declarative Services. */
    @Activate
    public PlatformWorkspaces(@Reference DataStores stores, @Reference RunHistories histories, @Reference AnalysisCatalog analyses,
            @Reference IPreferencesService preferences, BundleContext context) {
        super(stores, histories, analyses, Optional.of(new FrameworkLaunch(new WorkerPreferences(preferences)::heapMiB)),
                InjectedFaults.ofProcess(), (message, cause) -> ILog.of(PlatformWorkspaces.class).warn(message, cause));
        // Asked for when a run has ended: the bundle that has it may start later, and runs do without.
        comparisons = new ServiceTracker<>(context, RunComparison.class, null);
        comparisons.open();
    }

    @Deactivate
    void close() {
        comparisons.close();
    }

    @Override
    protected Optional<RunComparison> comparison() {
        return Optional.ofNullable(comparisons.getService());
    }
}
