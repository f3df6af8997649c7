package org.orrery.data.internal.json;

import org.eclipse.osgi.util.NLS;

/** The sentences about JSON. */
final class Messages extends NLS {
    public static String JsonColumns_tooMany;
    public static String JsonLines_tooLong;
    public static String JsonRecords_more;
    public static String JsonRecords_twice;
    public static String JsonSource_arrays;
    public static String JsonSource_badText;
    public static String JsonSource_empty;
    public static String JsonSource_line;
    public static String JsonSource_malformed;
    public static String JsonSource_noObject;
    public static String JsonSource_object;
    public static String JsonSource_storedAsText;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
