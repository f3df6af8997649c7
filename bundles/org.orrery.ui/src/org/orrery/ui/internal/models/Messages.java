package org.orrery.ui.internal.models;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String ModelColumn_analysis;
    public static String ModelColumn_dataset;
    public static String ModelColumn_figure;
    public static String ModelColumn_figureOf;
    public static String ModelColumn_finished;
    public static String ModelColumn_name;
    public static String ModelColumn_run;
    public static String ModelColumn_stages;
    public static String ModelColumn_version;
    public static String ModelsView_empty;
    public static String ModelsView_name;
    public static String ModelsView_noStage;
    public static String ModelsView_promote;
    public static String ModelsView_promoteMessage;
    public static String ModelsView_refused;
    public static String ModelsView_remove;
    public static String NameModelDialog_message;
    public static String NameModelDialog_model;
    public static String NameModelDialog_name;
    public static String NameModelDialog_stage;
    public static String NameModelDialog_stageHint;
    public static String NameModelDialog_title;
    public static String NameModelDialog_titleOf;
    public static String NameModelHandler_none;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
