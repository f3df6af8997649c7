package org.orrery.data.internal.text;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataWarning;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.data.internal.SourceFile;

/**
 * A file that is no delimited text, given as records of cells so that the same rules detect its types. It can be read any
 * number of times. Used by one thread.
 */
public interface RecordSource extends AutoCloseable {
    /** Whether the first record always holds the names, since the format has them. */
    boolean isNamed();

    /** The types that the format itself says, by column name; they hold unless the user says another one. */
    Map<String, ColumnType> declared();

    /** The options as the format needs them: what it cannot use is left out, what it decides is filled in. */
    ReadOptions resolve(ReadOptions options);

    /**
     * Gives the records to the sink, each with the same count of fields; an empty row is a record of one empty field.
     *
     * @param mostRows after how many records to stop
     * @return whether the fields that were known at the beginning were right to the end; if not, what the sink got is of no
     *     use, and another read gives the right ones
     * @throws DataException bad-data, with its place, for what cannot be read
     */
    boolean read(RecordParser.Sink sink, long mostRows) throws IOException, DataException;

    /**
     * What the file was when it was read last.
     *
     * @throws DataException unreadable-file when it has changed meanwhile
     */
    SourceFile.Stamp stamp() throws DataException;

    /** The front of a sentence about that line or row: file and place. */
    String place(long line);

    /** What the user should know about the last whole read. */
    List<DataWarning> warnings(Schema schema);

    @Override
    void close() throws DataException;
}
