package org.orrery.ui.internal.runs;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String CopyFolderHandler_find;
    public static String RunColumn_analysis;
    public static String RunColumn_best;
    public static String RunColumn_bestOf;
    public static String RunColumn_dataset;
    public static String RunColumn_duration;
    public static String RunColumn_id;
    public static String RunColumn_name;
    public static String RunColumn_progress;
    public static String RunColumn_started;
    public static String RunColumn_state;
    public static String RunTable_name;
    public static String RunVerbHandler_delete;
    public static String RunVerbHandler_deleteMany;
    public static String RunVerbHandler_deleteOne;
    public static String RunVerbHandler_deleteTitle;
    public static String RunVerbHandler_keep;
    public static String RunVerbHandler_refused;
    public static String RunsView_empty;
    public static String RunsView_loading;
    public static String RunsView_tooltip;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.runs.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
