package org.orrery.ui;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ILog;
import org.orrery.jobs.RunException;
import org.orrery.jobs.Workspace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The runs that the user has deleted in this session. They are hidden at once and can be taken out again until the workbench
 * closes; only then their folders go. After a crash they are all back. A service; thread-safe.
 */
@Component(service = RunBin.class)
public final class RunBin {
    private final Workspace workspace;
    private final Set<Long> runs = ConcurrentHashMap.newKeySet();
    private final Collection<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** An empty bin. */
    @Activate
    public RunBin(@Reference Workspace workspace) {
        this.workspace = workspace;
    }

    /** Empties the bin for good: the workspace is about to close. */
    @Deactivate
    void empty() {
        for (long run : runs) {
            try {
                workspace.runs().delete(run);
            } catch (RunException e) {
                // It stays where it was; the next start shows it again.
                ILog.of(RunBin.class).warn(e.getMessage(), e);
            }
        }
        runs.clear();
    }

    /** Hides these runs. */
    public void put(List<Long> deleted) {
        runs.addAll(deleted);
        listeners.forEach(Runnable::run);
    }

    /** Shows these runs again. */
    public void takeOut(List<Long> restored) {
        runs.removeAll(restored);
        listeners.forEach(Runnable::run);
    }

    /** Whether that run is in the bin. */
    public boolean holds(long run) {
        return runs.contains(run);
    }

    /** Adds a listener that is called from any thread. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }
}
