package org.orrery.data.internal.cache;

import org.eclipse.osgi.util.NLS;

/** The sentences of the cache. */
final class Messages extends NLS {
    public static String CacheFailure_full;
    public static String CacheFailure_writing;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
