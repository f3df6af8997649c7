package org.orrery.ui.internal.preferences;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Widget;
import org.orrery.jobs.notice.NoticeRules;
import org.osgi.service.prefs.BackingStoreException;

/** What the user keeps about the workbench. */
public final class WorkbenchPreferences {
    static final String NODE = "org.orrery.ui"; //$NON-NLS-1$
    static final String EXPORTED = "exported"; //$NON-NLS-1$
    static final String WELCOME = "welcome"; //$NON-NLS-1$
    static final String PINNED = "metrics.pinned"; //$NON-NLS-1$
    /** The key of {@link #silence}. */
    public static final String SILENCE = "notify.silence"; //$NON-NLS-1$
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
        // Without it only the tick on the welcome page is lost.
        remember(node -> node.putBoolean(EXPORTED, true));
    }

    /** For how many seconds a run must have reported nothing to count as stalled, at least. */
    public static int silence() {
        return Platform.getPreferencesService().getInt(NODE, SILENCE, NoticeRules.SILENCE, null);
    }

    /** The metrics whose plots are kept in sight, in the order in which they were pinned. */
    public static List<String> pinned() {
        return Platform.getPreferencesService().getString(NODE, PINNED, "", null).lines().toList(); //$NON-NLS-1$
    }

    /** Keeps the plots of these metrics in sight, in all editors at once. On the user interface thread; the file is written later. */
    public static void pin(List<String> metrics) {
        InstanceScope.INSTANCE.getNode(NODE).put(PINNED, String.join("\n", metrics)); //$NON-NLS-1$
    }

    /** Writes what was pinned to its file: never on the user interface thread. */
    public static void rememberPinned() {
        remember(node -> { });
    }

    /** Calls when other metrics are pinned, on the thread that does it, until that widget is disposed. */
    public static void followPinned(Widget owner, Runnable changed) {
        IEclipsePreferences node = InstanceScope.INSTANCE.getNode(NODE);
        IEclipsePreferences.IPreferenceChangeListener listener = change -> {
            if (PINNED.equals(change.getKey())) {
                changed.run();
            }
        };
        node.addPreferenceChangeListener(listener);
        owner.addDisposeListener(event -> node.removePreferenceChangeListener(listener));
    }

    private static void remember(Consumer<IEclipsePreferences> change) {
        IEclipsePreferences node = InstanceScope.INSTANCE.getNode(NODE);
        change.accept(node);
        try {
            node.flush();
        } catch (BackingStoreException e) {
            ILog.of(WorkbenchPreferences.class).warn(e.getMessage(), e);
        }
    }

    /** Whether a workspace without data and runs begins with the welcome page. */
    public static boolean welcome() {
        IPreferencesService preferences = Platform.getPreferencesService();
        return preferences.getBoolean(NODE, WELCOME, true, null);
    }
}
