package org.orrery.ui.internal;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String AnalysisPerspective_hint;
    public static String LockSource_look;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
