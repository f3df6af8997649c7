package org.orrery.jobs.internal.control;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String ClientSession_gone;
    public static String ClientSession_incomplete;
    public static String ClientSession_token;
    public static String ClientSession_version;
    public static String RemoteConnection_died;
    public static String RemoteConnection_forbidden;
    public static String RemoteConnection_left;
    public static String RemoteConnection_silent;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
