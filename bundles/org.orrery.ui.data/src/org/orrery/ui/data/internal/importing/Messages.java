package org.orrery.ui.data.internal.importing;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String AddSampleHandler_list;
    public static String AddSampleHandler_title;
    public static String ColumnsPanel_column;
    public static String ColumnsPanel_detect;
    public static String ColumnsPanel_id;
    public static String ColumnsPanel_ignore;
    public static String ColumnsPanel_name;
    public static String ColumnsPanel_set;
    public static String ColumnsPanel_type;
    public static String ColumnsPanel_typeTip;
    public static String FailedImport_change;
    public static String FailedImport_close;
    public static String FailedImport_title;
    public static String ImportErrors_line;
    public static String ImportErrors_option;
    public static String ImportJob_bytes;
    public static String ImportJob_catalog;
    public static String ImportJob_name;
    public static String ImportPage_all;
    public static String ImportPage_allFiles;
    public static String ImportPage_allRead;
    public static String ImportPage_allTip;
    public static String ImportPage_badPath;
    public static String ImportPage_beginning;
    public static String ImportPage_browse;
    public static String ImportPage_description;
    public static String ImportPage_file;
    public static String ImportPage_fileHint;
    public static String ImportPage_name;
    public static String ImportPage_problem;
    public static String ImportPage_problems;
    public static String ImportPage_question;
    public static String ImportPage_questions;
    public static String ImportPage_reading;
    public static String ImportPage_recent;
    public static String ImportPage_rows;
    public static String ImportPage_sheet;
    public static String ImportPage_taken;
    public static String ImportPage_textFiles;
    public static String ImportPage_title;
    public static String ImportPage_whole;
    public static String ImportWizard_title;
    public static String NoticesPanel_kind;
    public static String NoticesPanel_line;
    public static String NoticesPanel_name;
    public static String NoticesPanel_note;
    public static String NoticesPanel_problem;
    public static String NoticesPanel_question;
    public static String NoticesPanel_repairs;
    public static String NoticesPanel_ways;
    public static String NoticesPanel_what;
    public static String OptionsPanel_backslash;
    public static String OptionsPanel_bar;
    public static String OptionsPanel_blank;
    public static String OptionsPanel_comma;
    public static String OptionsPanel_commaMark;
    public static String OptionsPanel_comment;
    public static String OptionsPanel_dateOrder;
    public static String OptionsPanel_dayFirst;
    public static String OptionsPanel_decimal;
    public static String OptionsPanel_delimiter;
    public static String OptionsPanel_detect;
    public static String OptionsPanel_detected;
    public static String OptionsPanel_doubled;
    public static String OptionsPanel_encoding;
    public static String OptionsPanel_escape;
    public static String OptionsPanel_grouping;
    public static String OptionsPanel_header;
    public static String OptionsPanel_maxColumns;
    public static String OptionsPanel_missing;
    public static String OptionsPanel_missingHint;
    public static String OptionsPanel_missingTip;
    public static String OptionsPanel_monthFirst;
    public static String OptionsPanel_more;
    public static String OptionsPanel_no;
    public static String OptionsPanel_none;
    public static String OptionsPanel_other;
    public static String OptionsPanel_point;
    public static String OptionsPanel_quote;
    public static String OptionsPanel_semicolon;
    public static String OptionsPanel_skip;
    public static String OptionsPanel_skipEnd;
    public static String OptionsPanel_tab;
    public static String OptionsPanel_trailing;
    public static String OptionsPanel_twoRows;
    public static String OptionsPanel_widths;
    public static String OptionsPanel_yes;
    public static String OptionsPanel_zone;
    public static String OtherValue_bad;
    public static String RawRows_line;
    public static String RawRows_lineTip;
    public static String RawRows_more;
    public static String SampleDialog_about;
    public static String SampleDialog_add;
    public static String SampleDialog_message;
    public static String SampleDialog_title;

    static {
        NLS.initializeMessages("org.orrery.ui.data.internal.importing.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
