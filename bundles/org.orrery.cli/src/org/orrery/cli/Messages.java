package org.orrery.cli;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String BackgroundProcess_unknown;
    public static String CommandLine_commands;
    public static String CommandLine_commonOptions;
    public static String CommandLine_exitCodes;
    public static String CommandLine_help;
    public static String CommandLine_helpCommand;
    public static String CommandLine_hint;
    public static String CommandLine_internal;
    public static String CommandLine_interrupted;
    public static String CommandLine_options;
    public static String CommandLine_outOfMemory;
    public static String CommandLine_repeats;
    public static String CommandLine_version;
    public static String Failures_fileSystem;
    public static String Failures_notThere;
    public static String Interruption_stopping;
    public static String OsgiServices_missing;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
