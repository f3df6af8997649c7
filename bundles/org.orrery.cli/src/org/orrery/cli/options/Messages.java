package org.orrery.cli.options;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String ArgumentParser_missingValue;
    public static String ArgumentParser_noValue;
    public static String ArgumentParser_noWord;
    public static String ArgumentParser_tooFew;
    public static String ArgumentParser_tooMany;
    public static String ArgumentParser_twice;
    public static String ArgumentParser_unknownOption;
    public static String ArgumentParser_unknownWord;
    public static String CommonOptions_help;
    public static String CommonOptions_json;
    public static String CommonOptions_quiet;
    public static String CommonOptions_verbose;
    public static String CommonOptions_version;
    public static String CommonOptions_workspace;
    public static String ReadOptionsReader_bad;
    public static String ReadOptionsReader_badType;
    public static String ReadOptionsReader_comment;
    public static String ReadOptionsReader_dateOrder;
    public static String ReadOptionsReader_decimal;
    public static String ReadOptionsReader_delimiter;
    public static String ReadOptionsReader_encoding;
    public static String ReadOptionsReader_escape;
    public static String ReadOptionsReader_grouping;
    public static String ReadOptionsReader_header;
    public static String ReadOptionsReader_maxColumns;
    public static String ReadOptionsReader_missing;
    public static String ReadOptionsReader_quote;
    public static String ReadOptionsReader_skip;
    public static String ReadOptionsReader_skipEnd;
    public static String ReadOptionsReader_trailing;
    public static String ReadOptionsReader_types;
    public static String ReadOptionsReader_widths;
    public static String ReadOptionsReader_zone;
    public static String SettingsInput_form;
    public static String SettingsInput_malformed;
    public static String SettingsInput_malformedAt;
    public static String SettingsInput_unreadable;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
