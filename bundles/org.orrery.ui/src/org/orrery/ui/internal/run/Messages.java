package org.orrery.ui.internal.run;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String AnswersPage_loading;
    public static String AnswersPage_none;
    public static String AnswersPage_title;
    public static String ChartsPage_none;
    public static String ChartsPage_title;
    public static String ChartsPage_waiting;
    public static String LeaderboardPage_failures;
    public static String LeaderboardPage_nothing;
    public static String LeaderboardPage_reason;
    public static String LeaderboardPage_title;
    public static String LeaderboardPage_unit;
    public static String LeaderboardPage_waiting;
    public static String LogPage_badPattern;
    public static String LogPage_debug;
    public static String LogPage_everything;
    public static String LogPage_follow;
    public static String LogPage_fromInfo;
    public static String LogPage_info;
    public static String LogPage_level;
    public static String LogPage_message;
    public static String LogPage_noneFound;
    public static String LogPage_nothing;
    public static String LogPage_nothingYet;
    public static String LogPage_pattern;
    public static String LogPage_patternTip;
    public static String LogPage_searching;
    public static String LogPage_time;
    public static String LogPage_title;
    public static String LogPage_unit;
    public static String LogPage_warning;
    public static String LogPage_warningsOnly;
    public static String MetricsPage_export;
    public static String MetricsPage_exportTip;
    public static String MetricsPage_none;
    public static String MetricsPage_process;
    public static String MetricsPage_table;
    public static String MetricsPage_title;
    public static String OverviewPage_allRows;
    public static String OverviewPage_analysis;
    public static String OverviewPage_dataset;
    public static String OverviewPage_dropLate;
    public static String OverviewPage_facts;
    public static String OverviewPage_figures;
    public static String OverviewPage_findings;
    public static String OverviewPage_finished;
    public static String OverviewPage_folder;
    public static String OverviewPage_late;
    public static String OverviewPage_noResult;
    public static String OverviewPage_seed;
    public static String OverviewPage_size;
    public static String OverviewPage_submitted;
    public static String OverviewPage_title;
    public static String OverviewPage_version;
    public static String OverviewPage_waiting;
    public static String OverviewPage_warnings;
    public static String RunEditor_loading;
    public static String RunHeader_active;
    public static String RunHeader_attempts;
    public static String RunHeader_cancel;
    public static String RunHeader_cancelTip;
    public static String RunHeader_joined;
    public static String RunHeader_pause;
    public static String RunHeader_pauseTip;
    public static String RunHeader_proceed;
    public static String RunHeader_proceedTip;
    public static String RunHeader_progress;
    public static String RunHeader_rate;
    public static String RunHeader_resume;
    public static String RunHeader_resumeTip;
    public static String RunHeader_skip;
    public static String RunHeader_skipTip;
    public static String RunHeader_stop;
    public static String RunHeader_stopTip;
    public static String RunHeader_verbs;
    public static String RunHeader_why;
    public static String RunInput_title;
    public static String RunModel_deleted;
    public static String RunModel_read;
    public static String SettingsPage_name;
    public static String SettingsPage_none;
    public static String SettingsPage_seed;
    public static String SettingsPage_setting;
    public static String SettingsPage_title;
    public static String SettingsPage_value;
    public static String TablesPage_item;
    public static String TablesPage_title;
    public static String TreePage_all;
    public static String TreePage_below;
    public static String TreePage_name;
    public static String TreePage_rows;
    public static String TreePage_title;
    public static String TryPage_class;
    public static String TryPage_contribution;
    public static String TryPage_feature;
    public static String TryPage_loading;
    public static String TryPage_none;
    public static String TryPage_probability;
    public static String TryPage_path;
    public static String TryPage_said;
    public static String TryPage_saidShort;
    public static String TryPage_sliderTip;
    public static String TryPage_tip;
    public static String TryPage_title;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.run.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
