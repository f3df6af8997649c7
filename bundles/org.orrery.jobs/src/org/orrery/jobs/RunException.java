package org.orrery.jobs;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.orrery.data.DataException;

/** A request that cannot be carried out, in one sentence for the user, with a stable code. */
public final class RunException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The stable words for what went wrong; those of the command line's JSON. */
    public enum Code {
        /** Words or options that do not fit. */
        BAD_USAGE,
        /** No analysis of that id is installed. */
        UNKNOWN_ANALYSIS,
        /** A setting out of its range, or one that does not fit the data. */
        BAD_SETTING,
        /** A column that a setting names is not in the data. */
        MISSING_COLUMN,
        /** The data cannot be used for this. */
        BAD_DATA,
        /** A file cannot be read. */
        UNREADABLE_FILE,
        /** Too few rows, classes or values. */
        NOT_ENOUGH_DATA,
        /** The heap is exhausted. */
        OUT_OF_MEMORY,
        /** The disk is full. */
        OUT_OF_DISK,
        /** Another process owns the workspace, or the folder cannot be used. */
        WORKSPACE_LOCKED,
        /** There is no run of that number. */
        RUN_NOT_FOUND,
        /** The run cannot be resumed; the message says why. */
        NOT_RESUMABLE,
        /** The user has cancelled. */
        CANCELLED,
        /** An error in the program. */
        INTERNAL;

        /** The word of the command line's JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param code the kind of trouble
     * @param setting the setting to blame; empty for none
     * @param message a whole sentence for the user
     * @param place where in a file
     */
    public record Problem(Code code, String setting, String message, Optional<DataException.Where> place) {
        public Problem {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(setting, "setting");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(place, "place");
        }
    }

    private final transient List<Problem> problems;

    /** One thing is wrong, with no place. */
    public RunException(Code code, String message) {
        this(List.of(new Problem(code, "", message, Optional.empty())), null);
    }

    /** One thing is wrong, because of that. */
    public RunException(Code code, String message, Throwable cause) {
        this(List.of(new Problem(code, "", message, Optional.empty())), cause);
    }

    /** These things are wrong, the gravest first; at least one. */
    public RunException(List<Problem> problems, Throwable cause) {
        super(problems.get(0).message(), cause);
        this.problems = List.copyOf(problems);
    }

    /** The kind of the gravest trouble. */
    public Code code() {
        return problems.get(0).code();
    }

    /** All that is wrong, the gravest first. */
    public List<Problem> problems() {
        return problems;
    }
}
