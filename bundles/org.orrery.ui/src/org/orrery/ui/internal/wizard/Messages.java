package org.orrery.ui.internal.wizard;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String AnalysisPage_description;
    public static String AnalysisPage_title;
    public static String AnalysisPage_unfit;
    public static String ConfirmPage_about;
    public static String ConfirmPage_analysis;
    public static String ConfirmPage_data;
    public static String ConfirmPage_dataset;
    public static String ConfirmPage_defaults;
    public static String ConfirmPage_description;
    public static String ConfirmPage_foretelling;
    public static String ConfirmPage_heap;
    public static String ConfirmPage_name;
    public static String ConfirmPage_seconds;
    public static String ConfirmPage_seed;
    public static String ConfirmPage_settings;
    public static String ConfirmPage_title;
    public static String ConfirmPage_value;
    public static String ConfirmPage_waits;
    public static String ConfirmPage_what;
    public static String DatasetPage_description;
    public static String DatasetPage_none;
    public static String DatasetPage_optional;
    public static String DatasetPage_title;
    public static String DatasetPage_titleOf;
    public static String Fit_any;
    public static String Fit_columns;
    public static String Fit_moreColumns;
    public static String Fit_noData;
    public static String Fit_unfit;
    public static String ForecastLines_noHistory;
    public static String ForecastLines_part;
    public static String ForecastLines_slow;
    public static String ForecastLines_span;
    public static String ForecastLines_spanOfRuns;
    public static String ForecastLines_whole;
    public static String InputField_columns;
    public static String InputField_name;
    public static String InputField_rows;
    public static String PresetBar_badName;
    public static String PresetBar_button;
    public static String PresetBar_defaults;
    public static String PresetBar_export;
    public static String PresetBar_load;
    public static String PresetBar_remove;
    public static String PresetBar_save;
    public static String PresetBar_saveName;
    public static String PresetBar_saveTitle;
    public static String PresetBar_tip;
    public static String Presets_damaged;
    public static String Presets_empty;
    public static String RunWizard_again;
    public static String RunWizard_againTitle;
    public static String RunWizard_comparedBytes;
    public static String RunWizard_comparing;
    public static String RunWizard_extend;
    public static String RunWizard_failed;
    public static String RunWizard_grow;
    public static String RunWizard_growTitle;
    public static String RunWizard_newRun;
    public static String RunWizard_openThat;
    public static String RunWizard_runAgain;
    public static String RunWizard_submitting;
    public static String RunWizard_title;
    public static String RunWizard_titleOf;
    public static String SampleBar_all;
    public static String SampleBar_looking;
    public static String SampleBar_take;
    public static String SampleBar_taken;
    public static String SettingsCheck_missing;
    public static String SettingsPage_badSeed;
    public static String SettingsPage_cloned;
    public static String SettingsPage_defaultName;
    public static String SettingsPage_description;
    public static String SettingsPage_last;
    public static String SettingsPage_loading;
    public static String SettingsPage_name;
    public static String SettingsPage_seed;
    public static String SettingsPage_seedTip;
    public static String SettingsPage_title;
    public static String SettingsPage_titleOf;
    public static String StartDataPage_description;
    public static String StartDataPage_title;
    public static String StartDataPage_without;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.wizard.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
