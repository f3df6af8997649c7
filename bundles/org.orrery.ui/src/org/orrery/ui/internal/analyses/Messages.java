package org.orrery.ui.internal.analyses;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String AnalysesView_name;
    public static String AnalysesView_search;
    public static String AnalysisLabels_unfit;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.analyses.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
