package org.orrery.analysis.compare;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String TrialCharts_against;
    public static String TrialCharts_case;
    public static String TrialCharts_over;
    public static String TrialCharts_settings;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
