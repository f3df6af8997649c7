package org.orrery.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** A data set that cannot be read or written, told to the user in one sentence: what is wrong, where, what to do. */
public final class DataException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The stable words for what went wrong. */
    public enum Code {
        /** A read option that does not fit. */
        BAD_USAGE,
        /** A column that is asked for is not there. */
        MISSING_COLUMN,
        /** The content of the file breaks its format. */
        BAD_DATA,
        /** The file cannot be opened or read. */
        UNREADABLE_FILE,
        /** The disk is full. */
        OUT_OF_DISK;

        /** The word of the command line's JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A place in a file.
     *
     * @param file the file as the user named it
     * @param line the line, from 1
     * @param column the name of the column
     * @param option the kebab-case name of the read option that may help
     */
    public record Where(Path file, OptionalLong line, Optional<String> column, Optional<String> option) {
        /** A place where no option helps. */
        public Where(Path file, OptionalLong line, Optional<String> column) {
            this(file, line, column, Optional.empty());
        }

        /** Takes what was told without an option. */
        public Where {
            option = option == null ? Optional.empty() : option;
        }

        /** The same place, with the option that may help. */
        public Where with(String helping) {
            return new Where(file, line, column, Optional.of(helping));
        }

        /** Somewhere in that file. */
        public static Where in(Path file) {
            return new Where(file, OptionalLong.empty(), Optional.empty());
        }

        /** At that line, counted from 1. */
        public static Where at(Path file, long line) {
            return new Where(file, OptionalLong.of(line), Optional.empty());
        }
    }

    private final transient Code code;
    private final transient Where where;

    /** @param message a whole sentence for the user */
    public DataException(Code code, String message, Where where) {
        this(code, message, where, null);
    }

    /** @param message a whole sentence for the user */
    public DataException(Code code, String message, Where where, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
        this.where = Objects.requireNonNull(where, "where");
    }

    /** What kind of trouble it is. */
    public Code code() {
        return code;
    }

    /** Where it is. */
    public Where where() {
        return where;
    }
}
