package org.orrery.cli.commands;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String CancelCommand_summary;
    public static String DataInput_count;
    public static String DataInput_decides;
    public static String DataInput_empty;
    public static String DataInput_name;
    public static String DataInput_none;
    public static String DataInput_reading;
    public static String DemoCommand_data;
    public static String DemoCommand_digest;
    public static String DemoCommand_missing;
    public static String DemoCommand_none;
    public static String DemoCommand_report;
    public static String DemoCommand_run;
    public static String DemoCommand_stores;
    public static String DemoCommand_summary;
    public static String DemoCommand_time;
    public static String DemoCommand_types;
    public static String DemoCommand_workspace;
    public static String DescribeCommand_any;
    public static String DescribeCommand_default;
    public static String DescribeCommand_figures;
    public static String DescribeCommand_input;
    public static String DescribeCommand_inputs;
    public static String DescribeCommand_least;
    public static String DescribeCommand_list;
    public static String DescribeCommand_most;
    public static String DescribeCommand_required;
    public static String DescribeCommand_settings;
    public static String DescribeCommand_summary;
    public static String DescribeCommand_tables;
    public static String DetachedRun_submitted;
    public static String ExternalCommand_summary;
    public static String ExternalSpec_form;
    public static String ExternalSpec_malformed;
    public static String ExternalSpec_unknown;
    public static String ExternalSpec_unreadable;
    public static String ListCommand_analysis;
    public static String ListCommand_category;
    public static String ListCommand_name;
    public static String ListCommand_none;
    public static String ListCommand_summary;
    public static String OutFolder_outside;
    public static String OutFolder_unusable;
    public static String PauseCommand_summary;
    public static String RemoveCommand_done;
    public static String RemoveCommand_summary;
    public static String ReportCommand_done;
    public static String ReportCommand_noOut;
    public static String ReportCommand_out;
    public static String ReportCommand_summary;
    public static String Reports_format;
    public static String ResumeCommand_set;
    public static String ResumeCommand_summary;
    public static String RunCommand_badSeed;
    public static String RunCommand_data;
    public static String RunCommand_detach;
    public static String RunCommand_detachedOut;
    public static String RunCommand_isolated;
    public static String RunCommand_out;
    public static String RunCommand_seed;
    public static String RunCommand_set;
    public static String RunCommand_settings;
    public static String RunCommand_summary;
    public static String RunEnd_out;
    public static String RunEnd_resume;
    public static String RunEnd_show;
    public static String RunFollower_lost;
    public static String RunFollower_outOfDisk;
    public static String RunProgressLine_left;
    public static String RunProgressLine_open;
    public static String RunProgressLine_progress;
    public static String RunProgressLine_state;
    public static String RunsCommand_analysis;
    public static String RunsCommand_badStatus;
    public static String RunsCommand_headAnalysis;
    public static String RunsCommand_headBest;
    public static String RunsCommand_headData;
    public static String RunsCommand_headRun;
    public static String RunsCommand_headStarted;
    public static String RunsCommand_headStatus;
    public static String RunsCommand_headUnits;
    public static String RunsCommand_headValue;
    public static String RunsCommand_none;
    public static String RunsCommand_status;
    public static String RunsCommand_summary;
    public static String ScoreCommand_data;
    public static String ScoreCommand_done;
    public static String ScoreCommand_force;
    public static String ScoreCommand_model;
    public static String ScoreCommand_noData;
    public static String ScoreCommand_noOut;
    public static String ScoreCommand_none;
    public static String ScoreCommand_out;
    public static String ScoreCommand_summary;
    public static String ScoreCommand_which;
    public static String Session_handed;
    public static String Session_others;
    public static String Session_path;
    public static String Session_run;
    public static String ShowCommand_summary;
    public static String StopCommand_summary;
    public static String VerbCommand_done;
    public static String VerbCommand_ended;
    public static String VerbCommand_goesOn;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
