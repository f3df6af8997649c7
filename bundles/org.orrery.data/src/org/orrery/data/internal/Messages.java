package org.orrery.data.internal;

import org.eclipse.osgi.util.NLS;

/** The sentences of the data store. */
final class Messages extends NLS {
    public static String DuckDataStore_badWindow;
    public static String DuckDataStore_cache;
    public static String DuckDataStore_close;
    public static String DuckDataStore_closed;
    public static String DuckDataStore_format;
    public static String DuckDataStore_gone;
    public static String DuckDataStore_missingColumn;
    public static String DuckDataStore_tooManyRows;
    public static String DuckDataStores_open;
    public static String FileFormat_document;
    public static String FileFormat_gzip;
    public static String FileFormat_nested;
    public static String FileFormat_packed;
    public static String FileFormat_pdf;
    public static String FileFormat_xls;
    public static String FileFormat_xlsb;
    public static String FileFormat_zip;
    public static String OptionCheck_bad;
    public static String SourceFile_badGzip;
    public static String SourceFile_badZip;
    public static String SourceFile_bomb;
    public static String SourceFile_changed;
    public static String SourceFile_denied;
    public static String SourceFile_directory;
    public static String SourceFile_failed;
    public static String SourceFile_missing;
    public static String SourceFile_notRegular;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
