package org.orrery.ui.internal.notify;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String CommandQueue_name;
    public static String MonitorHandler_question;
    public static String MonitorHandler_title;
    public static String NoticeContent_open;
    public static String Notices_failed;
    public static String Notices_finished;
    public static String Notices_many;
    public static String Notices_manyText;
    public static String Notices_notANumber;
    public static String Notices_regressed;
    public static String Notices_stalled;
    public static String Notices_threshold;
    public static String NotificationsPage_badThreshold;
    public static String NotificationsPage_command;
    public static String NotificationsPage_commandHint;
    public static String NotificationsPage_commandTip;
    public static String NotificationsPage_description;
    public static String NotificationsPage_failed;
    public static String NotificationsPage_finished;
    public static String NotificationsPage_notANumber;
    public static String NotificationsPage_popup;
    public static String NotificationsPage_regressed;
    public static String NotificationsPage_silence;
    public static String NotificationsPage_silenceTip;
    public static String NotificationsPage_stalled;
    public static String NotificationsPage_threshold;
    public static String NotificationsPage_thresholds;
    public static String NotificationsPage_thresholdsHint;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.notify.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
