package org.orrery.jobs.internal.worker;

import org.eclipse.core.runtime.preferences.IPreferencesService;

/** What the user keeps about processes of runs. Thread-safe. */
public final class WorkerPreferences {
    private static final String NODE = "org.orrery.jobs";
    private static final String HEAP = "workerHeapMiB";
    private final IPreferencesService preferences;

    /** Reads them from the platform. */
    public WorkerPreferences(IPreferencesService preferences) {
        this.preferences = preferences;
    }

    /** The heap of a worker in MiB; 0, the default: as large as that of the owner may grow. */
    public int heapMiB() {
        return Math.max(0, preferences.getInt(NODE, HEAP, 0, null));
    }
}
