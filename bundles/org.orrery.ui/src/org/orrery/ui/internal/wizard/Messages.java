package org.orrery.ui.internal.wizard;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String AnalysisPage_description;
    public static String AnalysisPage_title;
    public static String DatasetPage_description;
    public static String DatasetPage_none;
    public static String DatasetPage_optional;
    public static String DatasetPage_title;
    public static String DatasetPage_titleOf;
    public static String InputField_columns;
    public static String InputField_name;
    public static String InputField_rows;
    public static String RunWizard_failed;
    public static String RunWizard_submitting;
    public static String RunWizard_title;
    public static String RunWizard_titleOf;
    public static String SettingsCheck_missing;
    public static String SettingsPage_badSeed;
    public static String SettingsPage_defaultName;
    public static String SettingsPage_description;
    public static String SettingsPage_loading;
    public static String SettingsPage_name;
    public static String SettingsPage_reset;
    public static String SettingsPage_resetTip;
    public static String SettingsPage_seed;
    public static String SettingsPage_seedTip;
    public static String SettingsPage_title;
    public static String SettingsPage_titleOf;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.wizard.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
