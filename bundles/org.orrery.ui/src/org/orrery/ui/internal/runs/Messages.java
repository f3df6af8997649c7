package org.orrery.ui.internal.runs;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String CopyFolderHandler_find;
    public static String DeleteRunsHandler_many;
    public static String DeleteRunsHandler_one;
    public static String DescribeRunDialog_message;
    public static String DescribeRunDialog_note;
    public static String DescribeRunDialog_tags;
    public static String DescribeRunDialog_tagsHint;
    public static String DescribeRunDialog_title;
    public static String DescribeRunDialog_titleOf;
    public static String PartDialog_message;
    public static String PartDialog_part;
    public static String PartDialog_skip;
    public static String PartDialog_ten;
    public static String PartDialog_title;
    public static String PartDialog_two;
    public static String PartHandler_none;
    public static String RunAgainHandler_anyway;
    public static String RunAgainHandler_cancel;
    public static String RunAgainHandler_differs;
    public static String RunAgainHandler_title;
    public static String RunColumn_analysis;
    public static String RunColumn_baseline;
    public static String RunColumn_best;
    public static String RunColumn_bestOf;
    public static String RunColumn_dataset;
    public static String RunColumn_duration;
    public static String RunColumn_id;
    public static String RunColumn_name;
    public static String RunColumn_note;
    public static String RunColumn_progress;
    public static String RunColumn_started;
    public static String RunColumn_state;
    public static String RunColumn_tags;
    public static String RunColumn_trend;
    public static String RunColumn_worse;
    public static String RunFilter_all;
    public static String RunFilter_archived;
    public static String RunFilter_count;
    public static String RunFilter_countOf;
    public static String RunFilter_failed;
    public static String RunFilter_group;
    public static String RunFilter_message;
    public static String RunFilter_none;
    public static String RunFilter_resumable;
    public static String RunFilter_tooltip;
    public static String RunFilter_withResult;
    public static String RunFilter_working;
    public static String RunFinder_reading;
    public static String RunLabelHandler_archive;
    public static String RunLabelHandler_baseline;
    public static String RunLabelHandler_noBaseline;
    public static String RunLabelHandler_restore;
    public static String RunTable_left;
    public static String RunTable_name;
    public static String RunTable_tip;
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
