package org.orrery.ui.internal.preferences;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String RunsPreferencePage_badHeap;
    public static String RunsPreferencePage_description;
    public static String RunsPreferencePage_heap;
    public static String RunsPreferencePage_heapTip;
    public static String RunsPreferencePage_welcome;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.preferences.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
