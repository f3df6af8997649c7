package org.orrery.jobs;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String Baselines_paired;
    public static String Baselines_several;
    public static String Baselines_unpaired;
    public static String Baselines_worse;
    public static String RunAgain_data;
    public static String RunAgain_gone;
    public static String RunAgain_version;
    public static String SampleAdvice_advised;
    public static String SampleAdvice_hours;
    public static String SampleAdvice_minutes;
    public static String SampleAdvice_needed;
    public static String SampleAdvice_neededMore;
    public static String SampleAdvice_seconds;
    public static String SampleAdvice_strongly;
    public static String SampleAdvice_unknown;

    static {
        NLS.initializeMessages("org.orrery.jobs.messages", Messages.class);
    }

    private Messages() {
    }
}
