package org.orrery.jobs.internal.catalogue;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String RegistryAnalysisCatalog_none;
    public static String RegistryAnalysisCatalog_unknown;
    public static String RegistryAnalysisDescriptor_broken;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
