package org.orrery.jobs.notice;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String NoticeCommand_failed;
    public static String NoticeDesk_failed;
    public static String NoticeDesk_finished;
    public static String NoticeDesk_notANumber;
    public static String NoticeDesk_regressed;
    public static String NoticeDesk_stalled;
    public static String NoticeDesk_threshold;

    static {
        NLS.initializeMessages("org.orrery.jobs.notice.messages", Messages.class);
    }

    private Messages() {
    }
}
