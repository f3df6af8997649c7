package org.orrery.analysis;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.orrery.data.DataException;

/** Something the user can do something about, in one sentence, with a stable code. */
public final class AnalysisException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The stable words for what went wrong; those of the command line's JSON. */
    public enum Code {
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
        /** An error in the program. */
        INTERNAL;

        /** The word of the command line's JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Code code;
    private final String setting;
    private final transient DataException.Where where;

    /** @param message a whole sentence for the user */
    public AnalysisException(Code code, String message) {
        this(code, "", message, null, null);
    }

    /** @param setting the name of the setting that is to blame */
    public AnalysisException(Code code, String setting, String message) {
        this(code, setting, message, null, null);
    }

    /** The same trouble, as data told it. */
    public AnalysisException(DataException trouble) {
        this(code(trouble), "", trouble.getMessage(), trouble.where(), trouble);
    }

    private AnalysisException(Code code, String setting, String message, DataException.Where where, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
        this.setting = Objects.requireNonNull(setting, "setting");
        this.where = where;
    }

    private static Code code(DataException trouble) {
        return switch (trouble.code()) {
            case BAD_USAGE -> Code.BAD_SETTING;
            case MISSING_COLUMN -> Code.MISSING_COLUMN;
            case BAD_DATA -> Code.BAD_DATA;
            case UNREADABLE_FILE -> Code.UNREADABLE_FILE;
            case OUT_OF_DISK -> Code.OUT_OF_DISK;
        };
    }

    /** What kind of trouble it is. */
    public Code code() {
        return code;
    }

    /** The setting that is to blame. */
    public Optional<String> setting() {
        return setting.isEmpty() ? Optional.empty() : Optional.of(setting);
    }

    /** The place in a file. */
    public Optional<DataException.Where> where() {
        return Optional.ofNullable(where);
    }
}
