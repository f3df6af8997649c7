package org.orrery.jobs.internal.workspace;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String FileCatalog_blank;
    public static String FileCatalog_none;
    public static String FileCatalog_taken;
    public static String FolderWorkspaces_locked;
    public static String FolderWorkspaces_lockedUnknown;
    public static String FolderWorkspaces_unusable;
    public static String OwnedWorkspace_inUse;
    public static String OwnedWorkspace_moved;
    public static String OwnedWorkspace_notKept;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
