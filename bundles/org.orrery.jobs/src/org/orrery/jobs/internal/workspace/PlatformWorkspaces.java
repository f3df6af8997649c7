package org.orrery.jobs.internal.workspace;

import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.orrery.data.DataStores;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunHistories;
import org.orrery.jobs.Workspaces;
import org.orrery.jobs.internal.files.InjectedFaults;
import org.orrery.jobs.internal.worker.FrameworkLaunch;
import org.orrery.jobs.internal.worker.WorkerPreferences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service, with the log of the platform. */
@Component(service = Workspaces.class)
public final class PlatformWorkspaces extends FolderWorkspaces {
    /** Called by Declarative Services. */
    @Activate
    public PlatformWorkspaces(@Reference DataStores stores, @Reference RunHistories histories, @Reference AnalysisCatalog analyses,
            @Reference IPreferencesService preferences) {
        super(stores, histories, analyses, Optional.of(new FrameworkLaunch(new WorkerPreferences(preferences)::heapMiB)),
                InjectedFaults.ofProcess(), (message, cause) -> ILog.of(PlatformWorkspaces.class).warn(message, cause));
    }
}
