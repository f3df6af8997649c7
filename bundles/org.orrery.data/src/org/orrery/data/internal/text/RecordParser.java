package org.orrery.data.internal.text;

import java.io.IOException;
import java.io.Reader;
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
