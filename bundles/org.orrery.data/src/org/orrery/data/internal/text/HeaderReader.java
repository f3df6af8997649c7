package org.orrery.data.internal.text;

import java.nio.file.Path;
import org.orrery.data.DataException;

/** Gives the first records of a file to the pass until it knows the columns. Used by one thread. */
final class HeaderReader {
    private final Refusals refusals;
    private final FieldIndex index;
    private final TextPass pass;
    private final byte quote;
    private final int mark;
    private long line = 1;

    HeaderReader(Path file, ByteDialect dialect, TextPass pass, int mark) {
        this.refusals = new Refusals(file, dialect.quote(), pass);
        this.index = new FieldIndex(dialect);
        this.pass = pass;
        this.quote = dialect.quote();
        this.mark = mark;
    }

    /**
     * Takes the header out of a chunk; false when all of the chunk belongs to it and it goes on.
     *
     * @throws InvalidTextException for a byte that is no text
     */
    boolean takes(Chunk chunk) throws InvalidTextException, DataException {
        int bad = Utf8.firstBad(chunk.bytes(), 0, chunk.length());
        if (bad >= 0) {
            throw new InvalidTextException(mark + chunk.offset() + bad, chunk.bytes()[bad] == 0);
        }
        int at = 0;
        while (!pass.hasColumns()) {
            index.find(chunk.bytes(), at, chunk.end(), 0);
            if (chunk.isOverlong() || index.trouble() != FieldIndex.Trouble.NONE) {
                FieldIndex.Trouble trouble = chunk.isOverlong() ? FieldIndex.Trouble.TOO_LONG : index.trouble();
                throw refusals.record(trouble, line + chunk.breaks(chunk.isOverlong() ? at : index.troubleAt()), index.troubleFields());
            }
            if (index.rows() == 0) {
                pass.count(0, index.blankRows());
                line += chunk.breaks(chunk.length());
                return false;
            }
            give(chunk);
            // Without a header the record is a row as well, and it is read again as one.
            boolean row = pass.hasColumns() && !pass.hasHeader();
            pass.count(0, row ? 0 : index.blankRows());
            at = row ? at : index.next();
        }
        chunk.begin(at);
        return true;
    }

    private void give(Chunk chunk) throws DataException {
        pass.begin(line + chunk.breaks(index.starts()[0]));
        for (int i = 0; i < index.size(); i++) {
            int start = index.starts()[i];
            int end = index.ends()[i];
            char[] chars = new char[(end & ~FieldIndex.DOUBLED) - start];
            int length = Utf8.decode(chunk.bytes(), start, end & ~FieldIndex.DOUBLED, end < 0 ? quote : 0, chars);
            pass.field(chars, 0, length, true);
        }
        pass.end();
    }

    /** The line that the chunk begins with in which the header ends. */
    long line() {
        return line;
    }
}
