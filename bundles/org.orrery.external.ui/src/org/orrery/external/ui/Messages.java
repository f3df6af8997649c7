package org.orrery.external.ui;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String CapturePane_series;
    public static String ConfigurationPage_artifacts;
    public static String ConfigurationPage_browse;
    public static String ConfigurationPage_command;
    public static String ConfigurationPage_description;
    public static String ConfigurationPage_directory;
    public static String ConfigurationPage_metrics;
    public static String ConfigurationPage_name;
    public static String ConfigurationPage_title;
    public static String LookPage_description;
    public static String LookPage_save;
    public static String LookPage_saved;
    public static String LookPage_text;
    public static String LookPage_title;
    public static String ParametersPage_add;
    public static String ParametersPage_description;
    public static String ParametersPage_name;
    public static String ParametersPage_title;
    public static String ParametersPage_value;
    public static String PatternEditor_badName;
    public static String PatternEditor_log;
    public static String PatternEditor_patterns;
    public static String PatternEditor_patternsTip;
    public static String PatternEditor_save;
    public static String PatternEditor_saveName;
    public static String PatternEditor_saveTitle;
    public static String PatternEditor_verdict;
    public static String PatternEditor_versions;
    public static String PatternInput_name;
    public static String PatternInput_ofRun;
    public static String ProgramWizard_submitting;
    public static String ProgramWizard_title;
    public static String StartPage_data;
    public static String StartPage_description;
    public static String StartPage_from;
    public static String StartPage_gan;
    public static String StartPage_noData;
    public static String StartPage_open;
    public static String StartPage_rave;
    public static String StartPage_script;
    public static String StartPage_taken;
    public static String StartPage_title;

    static {
        NLS.initializeMessages("org.orrery.external.ui.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
