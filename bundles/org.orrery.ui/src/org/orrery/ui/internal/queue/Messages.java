package org.orrery.ui.internal.queue;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String QueueTable_dataset;
    public static String QueueTable_high;
    public static String QueueTable_low;
    public static String QueueTable_memory;
    public static String QueueTable_name;
    public static String QueueTable_normal;
    public static String QueueTable_place;
    public static String QueueTable_priority;
    public static String QueueTable_run;
    public static String QueueTable_title;
    public static String QueueTable_why;
    public static String QueueView_cancel;
    public static String QueueView_down;
    public static String QueueView_empty;
    public static String QueueView_first;
    public static String QueueView_goOn;
    public static String QueueView_hold;
    public static String QueueView_last;
    public static String QueueView_load;
    public static String QueueView_pause;
    public static String QueueView_priority;
    public static String QueueView_proceed;
    public static String QueueView_release;
    public static String QueueView_state;
    public static String QueueView_statePaused;
    public static String QueueView_up;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
