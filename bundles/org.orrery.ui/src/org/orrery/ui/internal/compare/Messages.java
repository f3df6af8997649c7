package org.orrery.ui.internal.compare;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String CompareEditor_charts;
    public static String CompareEditor_confidence;
    public static String CompareEditor_copy;
    public static String CompareEditor_copyTip;
    public static String CompareEditor_curves;
    public static String CompareEditor_figure;
    public static String CompareEditor_figures;
    public static String CompareEditor_noConfidence;
    public static String CompareEditor_noCurves;
    public static String CompareEditor_onlyDifferent;
    public static String CompareEditor_reading;
    public static String CompareEditor_setting;
    public static String CompareEditor_settings;
    public static String CompareEditor_trials;
    public static String CompareEditor_why;
    public static String CompareInput_name;
    public static String Comparison_difference;
    public static String Comparison_mebibytes;
    public static String Comparison_memory;
    public static String Comparison_of;
    public static String Comparison_run;
    public static String Comparison_seconds;
    public static String Comparison_state;
    public static String Confidence_chance;
    public static String Confidence_difference;
    public static String Confidence_firstValue;
    public static String Confidence_interval;
    public static String Confidence_measure;
    public static String Confidence_model;
    public static String Confidence_models;
    public static String Confidence_p;
    public static String Confidence_real;
    public static String Confidence_runs;
    public static String Confidence_runsOf;
    public static String Confidence_secondValue;
    public static String Confidence_unpaired;
    public static String Confidence_verdict;
    public static String Reasons_data;
    public static String Reasons_effect;
    public static String Reasons_first;
    public static String Reasons_runs;
    public static String Reasons_second;
    public static String Reasons_seed;
    public static String Reasons_seen;
    public static String Reasons_version;
    public static String Reasons_what;
    public static String SettingsPane_figure;
    public static String SettingsPane_none;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.compare.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
