package org.orrery.ui.internal.quick;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String RunAccess_label;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.quick.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
