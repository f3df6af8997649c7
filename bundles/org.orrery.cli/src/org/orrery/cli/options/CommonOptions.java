package org.orrery.cli.options;

import java.util.List;

/** The options of every command. */
public final class CommonOptions {
    /** One JSON document on the standard output, and nothing else there. */
    public static final String JSON = "json";
    /** The workspace. */
    public static final String WORKSPACE = "workspace";
    /** No progress and no messages. */
    public static final String QUIET = "quiet";
    /** More messages. */
    public static final String VERBOSE = "verbose";
    /** What may be written. */
    public static final String HELP = "help";
    /** The version of the program. */
    public static final String VERSION = "version";

    /** All of them, in the order of the help. */
    public static final List<Option> ALL = List.of(Option.flag(JSON, Messages.CommonOptions_json),
            Option.value(WORKSPACE, "DIR", Messages.CommonOptions_workspace), Option.flag(QUIET, Messages.CommonOptions_quiet),
            Option.flag(VERBOSE, Messages.CommonOptions_verbose), Option.flag(HELP, Messages.CommonOptions_help),
            Option.flag(VERSION, Messages.CommonOptions_version));

    private CommonOptions() {
    }
}
