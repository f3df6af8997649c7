package org.orrery.ui.internal.preferences;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IPreferencesService;

/** What the user keeps about the workbench. */
public final class WorkbenchPreferences {
    static final String NODE = "org.orrery.ui"; //$NON-NLS-1$
    static final String WELCOME = "welcome"; //$NON-NLS-1$
    static final String JOBS_NODE = "org.orrery.jobs"; //$NON-NLS-1$
    static final String WORKER_HEAP = "workerHeapMiB"; //$NON-NLS-1$

    private WorkbenchPreferences() {
    }

    /** Whether a workspace without data and runs begins with the welcome page. */
    public static boolean welcome() {
        IPreferencesService preferences = Platform.getPreferencesService();
        return preferences.getBoolean(NODE, WELCOME, true, null);
    }
}
