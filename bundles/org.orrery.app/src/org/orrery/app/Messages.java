package org.orrery.app;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String AboutDialog_copy;
    public static String AboutDialog_facts;
    public static String AboutDialog_licence;
    public static String AboutDialog_part;
    public static String AboutDialog_parts;
    public static String AboutDialog_see;
    public static String AboutDialog_title;
    public static String AboutDialog_vendor;
    public static String AboutDialog_version;
    public static String ExitGuard_cancel;
    public static String ExitGuard_interrupt;
    public static String ExitGuard_kept;
    public static String ExitGuard_more;
    public static String ExitGuard_question;
    public static String ExitGuard_run;
    public static String ExitGuard_stay;
    public static String ExitGuard_stop;
    public static String ExitGuard_title;
    public static String ExitGuard_wait;
    public static String LayoutsDialog_cancel;
    public static String LayoutsDialog_delete;
    public static String LayoutsDialog_open;
    public static String LayoutsDialog_text;
    public static String LayoutsDialog_title;
    public static String OpenWorkspace_failed;
    public static String OpenWorkspace_incomplete;
    public static String OpenWorkspace_interrupted;
    public static String OpenWorkspace_opening;
    public static String OpenWorkspace_slow;
    public static String ResetLayoutHandler_no;
    public static String ResetLayoutHandler_question;
    public static String ResetLayoutHandler_title;
    public static String ResetLayoutHandler_yes;
    public static String SaveLayoutHandler_name;
    public static String SaveLayoutHandler_no;
    public static String SaveLayoutHandler_replace;
    public static String SaveLayoutHandler_taken;
    public static String SaveLayoutHandler_title;
    public static String SaveLayoutHandler_yes;
    public static String WorkbenchApplication_handedOver;
    public static String WorkbenchApplication_state;
    public static String WorkbenchApplication_title;

    static {
        NLS.initializeMessages("org.orrery.app.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
