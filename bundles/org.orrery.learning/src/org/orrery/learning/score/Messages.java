package org.orrery.learning.score;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String ModelFiles_unreadable;
    public static String SchemaGate_missing;
    public static String SchemaGate_type;
    public static String ScoreWriter_disk;
    public static String ScoreWriter_ending;
    public static String ScoreWriter_notWhole;
    public static String ScoreWriter_samePlace;
    public static String Scoring_drift;
    public static String Scoring_largeDrift;
    public static String Scoring_noReasons;
    public static String Scoring_noRows;
    public static String Scoring_overridden;
    public static String Scoring_refused;
    public static String Scoring_refusedMany;
    public static String Scoring_unseen;
    public static String WhatIf_noColumn;
    public static String WhatIf_noValue;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
