package org.orrery.data.internal.text;

import java.io.IOException;
import java.io.Reader;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;

/** Splits text into records and fields: strictly, so that what it lets pass is what was meant. */
public interface RecordParser {
    /** The longest field, in characters. */
    int FIELD_LIMIT = 16 * 1024 * 1024;
    /** How many columns are accepted unless the user raises it. */
    int COLUMN_LIMIT = 16_384;

    /** Takes the records one after another. */
    interface Sink {
        /** A record begins at that line, counted from 1. */
        void begin(long line);

        /** The next field of the record; the characters are only of use during the call. */
        void field(char[] buffer, int from, int length, boolean quoted) throws DataException;

        /**
         * The next field, by a source that knows its type: a whole number, the bits of a double, 1 or 0, days since
         * 1970-01-01, microseconds of an instant or of a length of time. Not for texts and decimals.
         */
        default void typed(ColumnType type, long value) throws DataException {
            char[] text = TypedText.of(type, value).toCharArray();
            field(text, 0, text.length, true);
        }

        /** As {@link #typed} for the microseconds of a date with a time of the day in no zone. */
        default void local(long micros) throws DataException {
            char[] text = TypedText.ofLocal(micros).toCharArray();
            field(text, 0, text.length, true);
        }

        /** The record has ended. */
        void end() throws DataException;

        /** At that line stands a comment instead of a record. */
        default void comment(long line) {
            // Not every sink counts them.
        }

        /** Whether no further records are wanted. */
        boolean isDone();
    }

    /**
     * Gives all records to the sink. An empty line is a record of one empty field that is not quoted.
     *
     * @throws DataException bad-data: a quote that is not closed, text after a closing quote, a field beyond the limit
     */
    void parse(Reader reader, Dialect dialect, Sink sink) throws IOException, DataException;
}
