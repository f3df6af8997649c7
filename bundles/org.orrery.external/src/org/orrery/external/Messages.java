package org.orrery.external;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String ColumnNames_best;
    public static String ColumnNames_bestStep;
    public static String ColumnNames_bytes;
    public static String ColumnNames_file;
    public static String ColumnNames_last;
    public static String ColumnNames_lastStep;
    public static String ColumnNames_max;
    public static String ColumnNames_min;
    public static String ColumnNames_name;
    public static String ColumnNames_notFinite;
    public static String ColumnNames_seconds;
    public static String ColumnNames_sha256;
    public static String ColumnNames_step;
    public static String ColumnNames_value;
    public static String ColumnNames_values;
    public static String ExternalAnalysis_charset;
    public static String ExternalAnalysis_directory;
    public static String ExternalAnalysis_glob;
    public static String ExternalAnalysis_input;
    public static String ExternalAnalysis_noCheckpoint;
    public static String ExternalAnalysis_noCommand;
    public static String ExternalAnalysis_noFile;
    public static String ExternalAnalysis_noGroup;
    public static String ExternalAnalysis_noPattern;
    public static String ExternalAnalysis_noSuccess;
    public static String ExternalAnalysis_pattern;
    public static String ExternalAnalysis_place;
    public static String ExternalAnalysis_resumeWhere;
    public static String ExternalPrograms_noPreset;
    public static String ExternalPrograms_unwritable;
    public static String ExternalPrograms_values;
    public static String ExternalResult_artifacts;
    public static String ExternalResult_best;
    public static String ExternalResult_cpuSeconds;
    public static String ExternalResult_exitCode;
    public static String ExternalResult_last;
    public static String ExternalResult_lines;
    public static String ExternalResult_metrics;
    public static String ExternalResult_notFinite;
    public static String ExternalResult_outOfTime;
    public static String ExternalResult_peakRss;
    public static String ExternalResult_slow;
    public static String ExternalResult_step;
    public static String ExternalResult_stopped;
    public static String ExternalResult_summary;
    public static String ExternalResult_unheard;
    public static String ExternalWorkload_exitCode;
    public static String ExternalWorkload_nothing;
    public static String ExternalWorkload_outOfTime;
    public static String ExternalWorkload_remains;
    public static String ExternalWorkload_silent;
    public static String ExternalWorkload_verdict;
    public static String MetricBoard_noDisk;
    public static String MetricBoard_notHanded;
    public static String MetricBoard_steps;
    public static String MetricBoard_tooMany;
    public static String ProgramUnit_start;
    public static String SpecReader_form;
    public static String SpecReader_malformed;
    public static String SpecReader_unknown;
    public static String SpecReader_unreadable;

    static {
        NLS.initializeMessages("org.orrery.external.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
