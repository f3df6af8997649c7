package org.orrery.report.document;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String ReportModel_bytes;
    public static String ReportModel_chart;
    public static String ReportModel_rows;
    public static String ReportModel_someColumns;
    public static String ReportModel_someRows;
    public static String ReportModel_source;
    public static String ReportModel_table;
    public static String ReportModel_unreadable;
    public static String RunSections_analysis;
    public static String RunSections_analysisLabel;
    public static String RunSections_attempts;
    public static String RunSections_cancelled;
    public static String RunSections_choice;
    public static String RunSections_completed;
    public static String RunSections_completedPartial;
    public static String RunSections_data;
    public static String RunSections_dataLabel;
    public static String RunSections_digest;
    public static String RunSections_failed;
    public static String RunSections_failedPartial;
    public static String RunSections_finished;
    public static String RunSections_interrupted;
    public static String RunSections_labels;
    public static String RunSections_no;
    public static String RunSections_none;
    public static String RunSections_paused;
    public static String RunSections_queued;
    public static String RunSections_resident;
    public static String RunSections_running;
    public static String RunSections_seconds;
    public static String RunSections_seed;
    public static String RunSections_source;
    public static String RunSections_started;
    public static String RunSections_state;
    public static String RunSections_status;
    public static String RunSections_stoppedKept;
    public static String RunSections_submitted;
    public static String RunSections_title;
    public static String RunSections_units;
    public static String RunSections_unitsLabel;
    public static String RunSections_version;
    public static String RunSections_waiting;
    public static String RunSections_yes;
    public static String StoredRunReports_title;
    public static String Template_attachments;
    public static String Template_charts;
    public static String Template_contents;
    public static String Template_digest;
    public static String Template_empty;
    public static String Template_error;
    public static String Template_facts;
    public static String Template_failures;
    public static String Template_figures;
    public static String Template_file;
    public static String Template_findings;
    public static String Template_language;
    public static String Template_method;
    public static String Template_name;
    public static String Template_reason;
    public static String Template_series;
    public static String Template_setting;
    public static String Template_settings;
    public static String Template_show;
    public static String Template_size;
    public static String Template_tables;
    public static String Template_unit;
    public static String Template_value;
    public static String Template_warnings;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }

    /** All texts by their keys, for the templates, which cannot reach fields. */
    static Map<String, String> all() {
        Map<String, String> texts = new TreeMap<>();
        for (Field field : Messages.class.getDeclaredFields()) {
            if (field.getType() == String.class) {
                try {
                    texts.put(field.getName(), (String) field.get(null));
                } catch (IllegalAccessException e) {
                    // The fields are public and this is their class.
                    throw new IllegalStateException(e);
                }
            }
        }
        return texts;
    }
}
