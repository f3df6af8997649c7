package org.orrery.ui.internal.help;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String AnalysisHelp_figures;
    public static String AnalysisHelp_line;
    public static String AnalysisHelp_settings;
    public static String AnalysisHelp_tables;
    public static String AnalysisHelp_title;
    public static String HelpPane_index;
    public static String HelpPane_nothing;
    public static String HelpPane_page;
    public static String HelpPane_search;
    public static String HelpWindow_title;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.help.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
