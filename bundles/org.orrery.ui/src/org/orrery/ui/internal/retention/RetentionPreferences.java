package org.orrery.ui.internal.retention;

import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.orrery.jobs.retention.RetentionPolicy;
import org.orrery.jobs.retention.WorkbenchPolicy;
import org.osgi.service.prefs.BackingStoreException;

/** Where the user keeps which runs go. Everything is kept until he says otherwise. */
final class RetentionPreferences {
    static final String NODE = WorkbenchPolicy.NODE;
    static final String DAYS = WorkbenchPolicy.DAYS;
    static final String COUNT = WorkbenchPolicy.COUNT;
    static final String MEBIBYTES = WorkbenchPolicy.MEBIBYTES;
    static final String RESUMABLE = WorkbenchPolicy.RESUMABLE;
    static final String AT_START = "retention.atStart"; //$NON-NLS-1$

    private RetentionPreferences() {
    }

    /** Moves what an earlier version has kept elsewhere, once; what was set since stays. */
    static void migrate() {
        IEclipsePreferences now = InstanceScope.INSTANCE.getNode(NODE);
        IEclipsePreferences before = InstanceScope.INSTANCE.getNode(WorkbenchPolicy.FORMER_NODE);
        try {
            boolean moved = false;
            for (String key : Stream.concat(WorkbenchPolicy.KEYS.stream(), Stream.of(AT_START)).toList()) {
                String value = before.get(key, null);
                if (value != null) {
                    now.put(key, now.get(key, value));
                    before.remove(key);
                    moved = true;
                }
            }
            if (moved) {
                // First where they are from now on: a crash in between leaves them twice, not lost.
                now.flush();
                before.flush();
            }
        } catch (BackingStoreException e) {
            ILog.of(RetentionPreferences.class).error(e.getMessage(), e);
        }
    }

    /** As the user has set it. */
    static RetentionPolicy read() {
        IPreferencesService preferences = Platform.getPreferencesService();
        return WorkbenchPolicy.of(preferences.getInt(NODE, DAYS, 0, null), preferences.getInt(NODE, COUNT, 0, null), preferences.getInt(NODE, MEBIBYTES, 0, null),
                preferences.getBoolean(NODE, RESUMABLE, false, null));
    }

    static boolean atStart() {
        return Platform.getPreferencesService().getBoolean(NODE, AT_START, false, null);
    }
}
