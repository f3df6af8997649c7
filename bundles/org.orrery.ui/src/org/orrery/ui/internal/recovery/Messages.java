package org.orrery.ui.internal.recovery;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String RecoveryEditor_dataset;
    public static String RecoveryEditor_done;
    public static String RecoveryEditor_ended;
    public static String RecoveryEditor_found;
    public static String RecoveryEditor_later;
    public static String RecoveryEditor_name;
    public static String RecoveryEditor_noTitle;
    public static String RecoveryEditor_none;
    public static String RecoveryEditor_resume;
    public static String RecoveryEditor_run;
    public static String RecoveryEditor_text;
    public static String RecoveryEditor_title;
    public static String RecoveryEditor_whole;
    public static String RecoveryInput_name;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.recovery.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
