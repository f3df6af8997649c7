package org.orrery.ui.internal.score;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String ScoreHandler_none;
    public static String ScoreHandler_title;
    public static String ScorePage_browse;
    public static String ScorePage_card;
    public static String ScorePage_checking;
    public static String ScorePage_csv;
    public static String ScorePage_data;
    public static String ScorePage_dataTip;
    public static String ScorePage_description;
    public static String ScorePage_fits;
    public static String ScorePage_force;
    public static String ScorePage_forceTip;
    public static String ScorePage_model;
    public static String ScorePage_modelTip;
    public static String ScorePage_needData;
    public static String ScorePage_needOut;
    public static String ScorePage_out;
    public static String ScorePage_outTip;
    public static String ScorePage_problems;
    public static String ScorePage_reasons;
    public static String ScorePage_reasonsTip;
    public static String ScorePage_title;
    public static String ScoreWizard_done;
    public static String ScoreWizard_doneTitle;
    public static String ScoreWizard_measured;
    public static String ScoreWizard_overridden;
    public static String ScoreWizard_scoring;
    public static String ScoreWizard_title;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
