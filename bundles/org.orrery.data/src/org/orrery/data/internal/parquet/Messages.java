package org.orrery.data.internal.parquet;

import org.eclipse.osgi.util.NLS;

/** The sentences about Parquet files. */
final class Messages extends NLS {
    public static String ParquetSource_damaged;
    public static String ParquetSource_empty;
    public static String ParquetSource_keptAsText;
    public static String ParquetSource_nested;
    public static String ParquetSource_noDay;
    public static String ParquetSource_row;
    public static String ParquetSource_tooManyColumns;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
