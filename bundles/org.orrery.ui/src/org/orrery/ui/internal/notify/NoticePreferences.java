package org.orrery.ui.internal.notify;

import java.util.EnumSet;
import java.util.Set;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.orrery.jobs.notice.NoticeRules;
import org.orrery.jobs.notice.NoticeRules.Kind;
import org.orrery.ui.internal.preferences.WorkbenchPreferences;

/** Where the user keeps what is to be told. */
final class NoticePreferences {
    static final String NODE = "org.orrery.ui"; //$NON-NLS-1$
    static final String POPUP = "notify.popup"; //$NON-NLS-1$
    static final String COMMAND = "notify.command"; //$NON-NLS-1$
    static final String THRESHOLDS = "notify.thresholds"; //$NON-NLS-1$

    private NoticePreferences() {
    }

    /** As the user has set them. */
    static NoticeRules read() {
        IPreferencesService preferences = Platform.getPreferencesService();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) {
            if (preferences.getBoolean(NODE, kind.key(), true, null)) {
                kinds.add(kind);
            }
        }
        return new NoticeRules(kinds, NoticeRules.thresholds(preferences.getString(NODE, THRESHOLDS, "", null)), preferences.getBoolean(NODE, POPUP, true, null), //$NON-NLS-1$
                NoticeRules.words(preferences.getString(NODE, COMMAND, "", null)), WorkbenchPreferences.silence()); //$NON-NLS-1$
    }
}
