package org.orrery.ui.data.internal.files;

import org.eclipse.osgi.util.NLS;

/** The texts of pages of files that are looked at. */
final class Messages extends NLS {
    public static String FileEditor_again;
    public static String FileEditor_import;
    public static String FileEditor_reading;
    public static String FileFacts_all;
    public static String FileFacts_beginningOnly;
    public static String FileFacts_counting;
    public static String FileFacts_damaged;
    public static String FileFacts_delimiter;
    public static String FileFacts_goOn;
    public static String FileFacts_header;
    public static String FileFacts_noHeader;
    public static String FileFacts_progress;
    public static String FileFacts_some;
    public static String FileFacts_stop;
    public static String FileFacts_tab;
    public static String IndexJob_name;
    public static String OpenFileHandler_title;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
