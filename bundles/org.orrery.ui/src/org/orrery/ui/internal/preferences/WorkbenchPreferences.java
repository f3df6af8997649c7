package org.orrery.ui.internal.preferences;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** What the user keeps about the workbench. */
public final class WorkbenchPreferences {
    static final String NODE = "org.orrery.ui"; //$NON-NLS-1$
    static final String EXPORTED = "exported"; //$NON-NLS-1$
    static final String WELCOME = "welcome"; //$NON-NLS-1$
    static final String JOBS_NODE = "org.orrery.jobs"; //$NON-NLS-1$
    static final String WORKER_HEAP = "workerHeapMiB"; //$NON-NLS-1$

    private WorkbenchPreferences() {
    }

    /** Whether a report or a model has been exported from this workspace. */
    public static boolean exported() {
        return Platform.getPreferencesService().getBoolean(NODE, EXPORTED, false, null);
    }

    /** Remembers that a report or a model was exported. Writes a file: never on the user interface thread. */
    public static void rememberExport() {
        IEclipsePreferences node = InstanceScope.INSTANCE.getNode(NODE);
        node.putBoolean(EXPORTED, true);
        try {
            node.flush();
        } catch (BackingStoreException e) {
            // Only the tick on the welcome page is lost.
            ILog.of(WorkbenchPreferences.class).warn(e.getMessage(), e);
        }
    }

    /** Whether a workspace without data and runs begins with the welcome page. */
    public static boolean welcome() {
        IPreferencesService preferences = Platform.getPreferencesService();
        return preferences.getBoolean(NODE, WELCOME, true, null);
    }
}
