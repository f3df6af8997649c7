package org.orrery.learning.file;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String ModelFile_content;
    public static String ModelFile_damaged;
    public static String ModelFile_none;
    public static String ModelFile_version;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
