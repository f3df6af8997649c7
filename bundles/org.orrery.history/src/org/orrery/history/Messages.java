package org.orrery.history;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String Database_folderName;
    public static String Database_inUse;
    public static String Database_notClosed;
    public static String DerbyRunHistories_rebuilt;
    public static String DerbyRunHistory_closeLate;
    public static String DerbyRunHistory_missing;
    public static String DerbyRunHistory_noAnswer;
    public static String DerbyRunHistory_truthUnreadable;
    public static String DerbyRunHistory_unusable;
    public static String SetAside_notDeleted;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
