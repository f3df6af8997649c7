package org.orrery.data.internal.rowindex;

import org.eclipse.osgi.util.NLS;

/** The sentences of rows of files that were not imported. */
final class Messages extends NLS {
    public static String IndexedRows_changed;
    public static String TextRows_missingColumn;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
