package org.orrery.ui.internal.retention;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String RetentionAtStart_deleted;
    public static String RetentionAtStart_log;
    public static String RetentionAtStart_name;
    public static String RetentionPage_atStart;
    public static String RetentionPage_count;
    public static String RetentionPage_days;
    public static String RetentionPage_delete;
    public static String RetentionPage_description;
    public static String RetentionPage_keep;
    public static String RetentionPage_mebibytes;
    public static String RetentionPage_nothing;
    public static String RetentionPage_over;
    public static String RetentionPage_preview;
    public static String RetentionPage_range;
    public static String RetentionPage_resumable;
    public static String RetentionPage_would;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.retention.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
