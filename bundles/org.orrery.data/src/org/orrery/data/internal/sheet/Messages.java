package org.orrery.data.internal.sheet;

import org.eclipse.osgi.util.NLS;

/** The sentences about sheets and the files that hold them. */
final class Messages extends NLS {
    public static String SecureXml_broken;
    public static String SecureXml_doctype;
    public static String SecureXml_tooLong;
    public static String SheetSource_empty;
    public static String SheetSource_errors;
    public static String SheetSource_hiddenColumns;
    public static String SheetSource_hiddenRows;
    public static String SheetSource_hiddenSheet;
    public static String SheetSource_merged;
    public static String SheetSource_noSheet;
    public static String SheetSource_noSheets;
    public static String SheetSource_offset;
    public static String SheetSource_otherSheets;
    public static String SheetSource_place;
    public static String SheetSource_rowTooLong;
    public static String SheetSource_rowsAbove;
    public static String SheetSource_storedAsText;
    public static String SheetSource_uncalculated;
    public static String ZipContents_bomb;
    public static String ZipContents_damaged;
    public static String ZipContents_entries;
    public static String ZipContents_missing;
    public static String ZipContents_twice;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
