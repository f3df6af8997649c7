package org.orrery.cli.output;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String ErrorDocument_option;
    public static String RunText_artifact;
    public static String RunText_artifacts;
    public static String RunText_cut;
    public static String RunText_data;
    public static String RunText_error;
    public static String RunText_failures;
    public static String RunText_figures;
    public static String RunText_findings;
    public static String RunText_folder;
    public static String RunText_headline;
    public static String RunText_late;
    public static String RunText_lateUnit;
    public static String RunText_log;
    public static String RunText_settings;
    public static String RunText_table;
    public static String RunText_tables;
    public static String RunText_units;
    public static String RunText_warnings;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
