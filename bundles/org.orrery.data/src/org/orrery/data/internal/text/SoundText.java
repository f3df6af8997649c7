package org.orrery.data.internal.text;

import java.nio.file.Path;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;

/** Lets no cell pass whose characters no text file could hold: halves of a character, and NUL. */
final class SoundText implements RecordParser.Sink {
    private final Path file;
    private final RecordParser.Sink sink;
    private long line;

    SoundText(Path file, RecordParser.Sink sink) {
        this.file = file;
        this.sink = sink;
    }

    @Override
    public void begin(long begins) {
        line = begins;
        sink.begin(begins);
    }

    @Override
    public void field(char[] buffer, int from, int length, boolean quoted) throws DataException {
        if (!isSound(buffer, from, length)) {
            throw unsound(file, line);
        }
        sink.field(buffer, from, length, quoted);
    }

    /** Whether there is neither half of a character nor a NUL among the characters. */
    static boolean isSound(char[] buffer, int from, int length) {
        for (int i = from; i < from + length; i++) {
            char letter = buffer[i];
            if (letter == 0 || letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE) {
                boolean pair = i + 1 < from + length && Character.isSurrogatePair(letter, buffer[i + 1]);
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** The refusal of a cell that is not sound. */
    static DataException unsound(Path file, long line) {
        return new DataException(Code.BAD_DATA, NLS.bind(Messages.SoundText_unsound, file, line), Where.at(file, line));
    }

    @Override
    public void typed(ColumnType type, long value) throws DataException {
        sink.typed(type, value);
    }

    @Override
    public void local(long micros) throws DataException {
        sink.local(micros);
    }

    @Override
    public void end() throws DataException {
        sink.end();
    }

    @Override
    public boolean isDone() {
        return sink.isDone();
    }
}
