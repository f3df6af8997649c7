package org.orrery.data.internal.xlsx;

import org.eclipse.osgi.util.NLS;

/** The sentences about workbooks of Office Open XML. */
final class Messages extends NLS {
    public static String XlsxSheet_badNumber;
    public static String XlsxSheet_badReference;
    public static String XlsxSheet_noDay;
    public static String XlsxSheet_order;
    public static String XlsxSheet_sharedText;
    public static String XlsxSheet_unknownType;
    public static String XlsxWorkbook_spill;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
