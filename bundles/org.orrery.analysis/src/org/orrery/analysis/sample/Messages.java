package org.orrery.analysis.sample;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String RowFilter_noColumn;
    public static String RowFilter_noOrder;
    public static String RowFilter_noValue;
    public static String RowFilter_unreadable;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
