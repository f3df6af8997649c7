package org.orrery.ui.internal.retention;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.orrery.jobs.retention.RetentionPolicy;
import org.orrery.jobs.retention.WorkbenchPolicy;

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
