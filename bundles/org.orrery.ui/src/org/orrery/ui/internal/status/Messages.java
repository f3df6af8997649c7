package org.orrery.ui.internal.status;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String MemoryStatus_clean;
    public static String MemoryStatus_link;
    public static String MemoryStatus_text;
    public static String MemoryStatus_tip;
    public static String QueueStatus_busy;
    public static String QueueStatus_idle;
    public static String QueueStatus_tip;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.status.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
