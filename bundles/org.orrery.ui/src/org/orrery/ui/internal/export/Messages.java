package org.orrery.ui.internal.export;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String ExportModelHandler_choose;
    public static String ExportModelHandler_damaged;
    public static String ExportModelHandler_done;
    public static String ExportModelHandler_none;
    public static String ExportModelHandler_title;
    public static String ExportModelHandler_translated;
    public static String ExportReportHandler_done;
    public static String ExportReportHandler_format;
    public static String ExportReportHandler_name;
    public static String ExportReportHandler_title;
    public static String ExportRunHandler_done;
    public static String ExportRunHandler_name;
    public static String ExportRunHandler_title;
    public static String ImportRunHandler_files;
    public static String ImportRunHandler_title;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.export.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
