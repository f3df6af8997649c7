package org.orrery.monitor;

import java.io.IOException;

import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunMonitors;
import org.orrery.jobs.Runs;
import org.osgi.service.component.annotations.Component;

/** Opens monitors on the loopback addresses. */
@Component
public final class LoopbackMonitors implements RunMonitors {
    @Override
    public Monitor open(Runs runs, RunFolders folders, boolean elsewhere) throws IOException {
        return new LoopbackMonitor(runs, folders, elsewhere);
    }
}
