package org.orrery.ui.internal.welcome;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String WelcomeEditor_apply;
    public static String WelcomeEditor_change;
    public static String WelcomeEditor_compare;
    public static String WelcomeEditor_compareAction;
    public static String WelcomeEditor_compareText;
    public static String WelcomeEditor_data;
    public static String WelcomeEditor_dataText;
    public static String WelcomeEditor_done;
    public static String WelcomeEditor_export;
    public static String WelcomeEditor_exportText;
    public static String WelcomeEditor_help;
    public static String WelcomeEditor_import;
    public static String WelcomeEditor_model;
    public static String WelcomeEditor_open;
    public static String WelcomeEditor_report;
    public static String WelcomeEditor_result;
    public static String WelcomeEditor_resultAction;
    public static String WelcomeEditor_resultText;
    public static String WelcomeEditor_run;
    public static String WelcomeEditor_runAction;
    public static String WelcomeEditor_runText;
    public static String WelcomeEditor_sample;
    public static String WelcomeEditor_text;
    public static String WelcomeEditor_title;
    public static String WelcomeInput_name;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.welcome.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
