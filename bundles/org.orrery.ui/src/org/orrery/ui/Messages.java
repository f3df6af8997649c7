package org.orrery.ui;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String DatasetList_load;
    public static String Formats_betweenHours;
    public static String Formats_betweenMinutes;
    public static String Formats_betweenSeconds;
    public static String Formats_bytes;
    public static String Formats_gibibytes;
    public static String Formats_hours;
    public static String Formats_kibibytes;
    public static String Formats_mebibytes;
    public static String Formats_milliseconds;
    public static String Formats_minutes;
    public static String Formats_no;
    public static String Formats_points;
    public static String Formats_seconds;
    public static String Formats_yes;
    public static String Grid_cell;
    public static String Grid_copy;
    public static String Grid_row;
    public static String Grid_selectAll;
    public static String Grid_sort;
    public static String Grid_sortBy;
    public static String LockBanner_held;
    public static String PageEditor_input;
    public static String RunList_load;
    public static String RowSpool_texts;
    public static String RunTexts_cancelled;
    public static String RunTexts_completed;
    public static String RunTexts_completedPartial;
    public static String RunTexts_failed;
    public static String RunTexts_failedPartial;
    public static String RunTexts_interrupted;
    public static String RunTexts_left;
    public static String RunTexts_leftBetween;
    public static String RunTexts_leftTip;
    public static String RunTexts_paused;
    public static String RunTexts_queued;
    public static String RunTexts_running;
    public static String RunTexts_stopped;
    public static String RunTexts_units;
    public static String RunTexts_unitsFailed;
    public static String RunTexts_waiting;
    public static String TypeTexts_boolean;
    public static String TypeTexts_category;
    public static String TypeTexts_date;
    public static String TypeTexts_decimal;
    public static String TypeTexts_duration;
    public static String TypeTexts_integer;
    public static String TypeTexts_real;
    public static String TypeTexts_text;
    public static String TypeTexts_timestamp;

    static {
        NLS.initializeMessages("org.orrery.ui.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
