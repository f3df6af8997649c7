package org.orrery.data.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of UTF-8 into chunks at ends of records. A quote opens a field only behind a delimiter or a line break, so
 * going from quote to quote is enough to know which line breaks end a record. Used by one thread.
 */
final class ChunkReader {
    /** Beyond four bytes for each character of the longest field no record is waited for. */
    private static final int PENDING_MOST = 4 * RecordParser.FIELD_LIMIT;

    private final InputStream input;
    private final ByteDialect dialect;
    private final int size;
    private byte[] pending = {};
    private int pendingLength;
    private int[] gaps = new int[256];
    private int open;
    private boolean ended;
    private int number;
    private long offset;

    /** @param size how many bytes a chunk has; more when a record is longer */
    ChunkReader(InputStream input, ByteDialect dialect, int size) {
        this.input = input;
        this.dialect = dialect;
        this.size = size;
    }

    /** Fills the chunk with the next whole records; false when there are none left. */
    boolean next(Chunk chunk) throws IOException {
        if (ended && pendingLength == 0) {
            return false;
        }
        chunk.reserve(Math.max(size, pendingLength + size / 2));
        System.arraycopy(pending, 0, chunk.bytes(), 0, pendingLength);
        int length = pendingLength;
        int cut = 0;
        boolean overlong = false;
        while (cut == 0 && !(ended && length == 0)) {
            length = fill(chunk, length);
            cut = ended ? length : cut(chunk.bytes(), length);
            overlong = cut == 0 && (length >= PENDING_MOST || open >= 0 && length - open > RecordParser.FIELD_LIMIT
                    && Utf8.units(chunk.bytes(), open, length) > RecordParser.FIELD_LIMIT);
            if (overlong) {
                // The one record there is goes on beyond every limit; whoever reads it says where.
                cut = length;
            } else if (cut == 0) {
                chunk.reserve(length * 2);
            }
        }
        pendingLength = length - cut;
        if (pending.length < pendingLength) {
            pending = new byte[pendingLength * 2];
        }
        System.arraycopy(chunk.bytes(), cut, pending, 0, pendingLength);
        if (cut == 0) {
            return false;
        }
        chunk.set(number++, offset, cut, overlong);
        offset += cut;
        return true;
    }

    private int fill(Chunk chunk, int from) throws IOException {
        int length = from;
        while (!ended && length < chunk.capacity()) {
            int read = input.read(chunk.bytes(), length, chunk.capacity() - length);
            if (read < 0) {
                ended = true;
            } else {
                length += read;
            }
        }
        return length;
    }

    /** The end of the last whole record; 0 when there is none. */
    private int cut(byte[] bytes, int length) {
        byte quote = dialect.quote();
        int count = 0;
        int gap = 0;
        open = -1;
        int at = Swar.indexOf(bytes, 0, length, quote);
        while (at >= 0) {
            int from = at + 1;
            if (opens(bytes, at)) {
                if (count + 2 > gaps.length) {
                    gaps = Arrays.copyOf(gaps, gaps.length * 2);
                }
                gaps[count++] = gap;
                gaps[count++] = at;
                int closing = closing(bytes, from, length, quote);
                gap = closing < 0 ? length : closing + 1;
                open = closing < 0 ? at : open;
                from = gap;
            }
            at = Swar.indexOf(bytes, from, length, quote);
        }
        int end = lastBreak(bytes, gap, length);
        while (end == 0 && count > 0) {
            count -= 2;
            end = lastBreak(bytes, gaps[count], gaps[count + 1]);
        }
        return end;
    }

    private boolean opens(byte[] bytes, int at) {
        return at == 0 || bytes[at - 1] == dialect.delimiter() || bytes[at - 1] == '\n' || bytes[at - 1] == '\r';
    }

    /** The closing quote; −1 when it, or what tells it from a doubled one, lies further on. */
    private static int closing(byte[] bytes, int from, int length, byte quote) {
        int at = Swar.indexOf(bytes, from, length, quote);
        while (at >= 0 && at + 1 < length && bytes[at + 1] == quote) {
            at = Swar.indexOf(bytes, at + 2, length, quote);
        }
        return at + 1 == length ? -1 : at;
    }

    /** Where the last line break ends; 0 when there is none, or a line feed could still follow it. */
    private static int lastBreak(byte[] bytes, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == '\n' || bytes[i] == '\r' && i < to - 1) {
                return i + 1;
            }
        }
        return 0;
    }
}
