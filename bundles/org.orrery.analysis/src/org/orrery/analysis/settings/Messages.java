package org.orrery.analysis.settings;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String Nearest_hint;
    public static String SettingsBinder_above;
    public static String SettingsBinder_below;
    public static String SettingsBinder_between;
    public static String SettingsBinder_invalid;
    public static String SettingsBinder_list;
    public static String SettingsBinder_required;
    public static String SettingsBinder_unknown;
    public static String SettingsPath_element;
    public static String SettingsPath_group;
    public static String SettingsPath_unknown;
    public static String SettingsValues_boolean;
    public static String SettingsValues_choice;
    public static String SettingsValues_group;
    public static String SettingsValues_integer;
    public static String SettingsValues_real;
    public static String SettingsValues_text;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
