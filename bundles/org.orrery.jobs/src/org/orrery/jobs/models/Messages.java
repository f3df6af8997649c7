package org.orrery.jobs.models;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String ModelRegistry_badName;
    public static String ModelRegistry_badReference;
    public static String ModelRegistry_badStage;
    public static String ModelRegistry_noHolder;
    public static String ModelRegistry_noModel;
    public static String ModelRegistry_noVersion;
    public static String ModelRegistry_notEnded;
    public static String ModelRegistry_several;
    public static String ModelRegistry_severalHolders;

    static {
        NLS.initializeMessages("org.orrery.jobs.models.messages", Messages.class);
    }

    private Messages() {
    }
}
