package org.orrery.data.internal.export;

import org.eclipse.osgi.util.NLS;

/** The sentences about writing tables. */
final class Messages extends NLS {
    public static String FileTableExporter_failed;
    public static String FileTableExporter_full;
    public static String ParquetWriter_names;
    public static String ParquetWriter_scale;
    public static String XlsxWriter_columns;
    public static String XlsxWriter_rows;
    public static String XlsxWriter_text;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
