package org.orrery.cli;

import java.util.Arrays;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;

/** How the process ends, for scripts. The numbers are API. */
public enum ExitCode {
    /** Everything was done. */
    COMPLETED(0),
    /** The analysis failed or only partly completed, memory or disk ran out, or the program has an error. */
    FAILED(1),
    /** Bad usage, settings or data; an unknown run, or one that cannot be resumed. */
    BAD_INPUT(2),
    /** Cancelled or stopped by the user. */
    ENDED_EARLY(3),
    /** The workspace belongs to a process that does not take orders, or cannot be used. */
    WORKSPACE(4),
    /** Interrupted; runs can be resumed. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number. */
    public int code() {
        return code;
    }

    /** The one of that number; a number that is none of them, such as that of a kill, is a failure. */
    static ExitCode of(int number) {
        return Arrays.stream(values()).filter(each -> each.code == number).findFirst().orElse(FAILED);
    }

    /** How a process ends that has followed a run to this state. */
    public static ExitCode of(RunState state) {
        return switch (state) {
            case COMPLETED -> COMPLETED;
            case COMPLETED_PARTIAL, FAILED, FAILED_PARTIAL -> FAILED;
            case CANCELLED, STOPPED_KEPT -> ENDED_EARLY;
            case INTERRUPTED, QUEUED, WAITING_RESOURCE, RUNNING, PAUSED -> INTERRUPTED;
        };
    }

    /** How a process ends after this trouble. */
    public static ExitCode of(RunException.Code trouble) {
        return switch (trouble) {
            case BAD_USAGE, UNKNOWN_ANALYSIS, BAD_SETTING, MISSING_COLUMN, BAD_DATA, UNREADABLE_FILE, NOT_ENOUGH_DATA, RUN_NOT_FOUND,
                    NOT_RESUMABLE -> BAD_INPUT;
            case WORKSPACE_LOCKED -> WORKSPACE;
            case CANCELLED -> ENDED_EARLY;
            case OUT_OF_MEMORY, OUT_OF_DISK, INTERNAL -> FAILED;
        };
    }
}
