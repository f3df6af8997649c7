package org.orrery.data.internal.ods;

import org.eclipse.osgi.util.NLS;

/** The sentences about spreadsheets of OpenDocument. */
final class Messages extends NLS {
    public static String OdsSheet_badCount;
    public static String OdsSheet_noValue;
    public static String OdsSheet_rowTooLong;
    public static String OdsSheet_tooManyColumns;
    public static String OdsSheet_tooManyRepeated;
    public static String OdsSheet_tooManyRows;
    public static String OdsSheet_unknownType;
    public static String OdsWorkbook_encrypted;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
