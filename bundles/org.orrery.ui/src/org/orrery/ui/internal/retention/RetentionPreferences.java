package org.orrery.ui.internal.retention;

import java.time.Duration;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.orrery.jobs.retention.RetentionPolicy;

/** Where the user keeps which runs go. Everything is kept until he says otherwise. */
final class RetentionPreferences {
    static final String NODE = "org.orrery.ui"; //$NON-NLS-1$
    static final String DAYS = "retention.days"; //$NON-NLS-1$
    static final String COUNT = "retention.count"; //$NON-NLS-1$
    static final String MEBIBYTES = "retention.mebibytes"; //$NON-NLS-1$
    static final String RESUMABLE = "retention.resumable"; //$NON-NLS-1$
    static final String AT_START = "retention.atStart"; //$NON-NLS-1$

    private RetentionPreferences() {
    }

    /** As the user has set it. */
    static RetentionPolicy read() {
        IPreferencesService preferences = Platform.getPreferencesService();
        return policy(preferences.getInt(NODE, DAYS, 0, null), preferences.getInt(NODE, COUNT, 0, null), preferences.getInt(NODE, MEBIBYTES, 0, null),
                preferences.getBoolean(NODE, RESUMABLE, false, null));
    }

    static RetentionPolicy policy(int days, int count, int mebibytes, boolean resumable) {
        return new RetentionPolicy(Duration.ofDays(Math.max(0, days)), Math.max(0, count), Math.max(0L, mebibytes) << 20, resumable);
    }

    static boolean atStart() {
        return Platform.getPreferencesService().getBoolean(NODE, AT_START, false, null);
    }
}
