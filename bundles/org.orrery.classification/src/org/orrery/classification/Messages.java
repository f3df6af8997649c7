package org.orrery.classification;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String ClassTables_actual;
    public static String ClassTables_calibration;
    public static String ClassTables_class;
    public static String ClassTables_confusion;
    public static String ClassTables_count;
    public static String ClassTables_f1;
    public static String ClassTables_lower;
    public static String ClassTables_meanPredicted;
    public static String ClassTables_observed;
    public static String ClassTables_perClass;
    public static String ClassTables_precision;
    public static String ClassTables_predicted;
    public static String ClassTables_recall;
    public static String ClassTables_rocAuc;
    public static String ClassTables_specificity;
    public static String ClassTables_support;
    public static String ClassTables_upper;
    public static String ClassificationSummary_bestModel;
    public static String ClassificationSummary_classes;
    public static String ClassificationSummary_features;
    public static String ClassificationSummary_positive;
    public static String ClassificationSummary_predictions;
    public static String ClassificationSummary_refit;
    public static String ClassificationSummary_refitNotConverged;
    public static String ClassificationSummary_rows;
    public static String ClassificationWorkload_fold;
    public static String ClassificationWorkload_nothingToRefit;
    public static String ClassificationWorkload_refit;
    public static String ClassificationWorkload_repeatedFold;
    public static String CurveTables_chance;
    public static String CurveTables_falsePositive;
    public static String CurveTables_pr;
    public static String CurveTables_roc;
    public static String CurveTables_rocMacro;
    public static String CurveTables_threshold;
    public static String CurveTables_truePositive;
    public static String DataPreparation_constant;
    public static String DataPreparation_fewRows;
    public static String DataPreparation_imbalance;
    public static String DataPreparation_leftOut;
    public static String DataPreparation_manyLevels;
    public static String DataPreparation_missingTarget;
    public static String DataPreparation_noClass;
    public static String DataPreparation_noSuchClass;
    public static String DataPreparation_notFinite;
    public static String DataPreparation_oneClass;
    public static String DataPreparation_reading;
    public static String DataPreparation_singleRow;
    public static String Findings_baseline;
    public static String Findings_best;
    public static String Findings_bestOfOne;
    public static String Findings_noBetter;
    public static String Findings_notConverged;
    public static String ScoreTables_allocated;
    public static String ScoreTables_deviation;
    public static String ScoreTables_fitSeconds;
    public static String ScoreTables_fold;
    public static String ScoreTables_folds;
    public static String ScoreTables_leaderboard;
    public static String ScoreTables_model;
    public static String ScoreTables_reason;
    public static String ScoreTables_repeat;
    public static String ScoreTables_scoreSeconds;
    public static String ScoreTables_status;
    public static String ScoreTables_testRows;
    public static String ScoreTables_trainRows;
    public static String SettingsCheck_idLike;
    public static String SettingsCheck_manyClasses;
    public static String SettingsCheck_manyNumbers;
    public static String SettingsCheck_missing;
    public static String SettingsCheck_noFeatures;
    public static String SettingsCheck_noModels;
    public static String SettingsCheck_noRows;
    public static String SettingsCheck_onlyBinary;
    public static String SettingsCheck_real;
    public static String SettingsCheck_targetExplains;
    public static String SettingsCheck_time;
    public static String Texts_more;
    public static String ThresholdAnswer_atThreshold;
    public static String ThresholdAnswer_cheapest;
    public static String ThresholdAnswer_cheapestModel;
    public static String ThresholdAnswer_cost;
    public static String ThresholdAnswer_costPerRow;
    public static String ThresholdAnswer_nothing;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
