package org.orrery.jobs.compare;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String SettingCharts_parallel;

    static {
        NLS.initializeMessages("org.orrery.jobs.compare.messages", Messages.class);
    }

    private Messages() {
    }
}
