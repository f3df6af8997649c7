package org.orrery.data.internal.text;

import java.io.IOException;
import java.io.Reader;

/**
 * The characters of a text without its first and last lines. LF, CR and CRLF end a line, whatever stands in quotes. Of the
 * last lines blank ones do not count. The reader behind it stays open.
 */
final class LineWindow extends Reader {
    private final Reader reader;
    private final int last;
    private int first;
    private char[] held = new char[1 << 15];
    /** What is held back ends here; further characters were read. */
    private int filled;
    private int given;
    /** Up to here the characters may be given. */
    private int free;
    private boolean ended;
    private boolean afterReturn;

    LineWindow(Reader reader, int first, int last) {
        this.reader = reader;
        this.first = first;
        this.last = last;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        while (given == free && !ended) {
            advance();
        }
        int count = Math.min(length, free - given);
        if (count == 0) {
            return -1;
        }
        System.arraycopy(held, given, buffer, from, count);
        given += count;
        return count;
    }

    private void advance() throws IOException {
        System.arraycopy(held, given, held, 0, filled - given);
        filled -= given;
        given = 0;
        if (filled > held.length / 2) {
            grow();
        }
        int read = reader.read(held, filled, held.length - filled);
        if (read < 0) {
            ended = true;
        } else {
            filled += read;
        }
        dropFirst();
        free = last == 0 || first > 0 ? first > 0 ? 0 : filled : beforeLast();
    }

    private void grow() throws IOException {
        if (held.length >= 4 * RecordParser.FIELD_LIMIT) {
            throw new IOException("The last lines are longer than " + held.length + " characters");
        }
        char[] more = new char[2 * held.length];
        System.arraycopy(held, 0, more, 0, filled);
        held = more;
    }

    private void dropFirst() {
        if (first == 0 && !afterReturn) {
            return;
        }
        int i = 0;
        for (; i < filled && (first > 0 || afterReturn); i++) {
            char value = held[i];
            if (afterReturn && value == '\n') {
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            if (first == 0) {
                break;
            }
            if (value == '\n' || value == '\r') {
                first--;
                afterReturn = value == '\r';
            }
        }
        System.arraycopy(held, i, held, 0, filled - i);
        filled -= i;
    }

    /** Where the last lines begin, as far as they are known; nothing behind that place may be given yet. */
    private int beforeLast() {
        int lines = 0;
        boolean blank = true;
        for (int i = filled; i > 0; i--) {
            char value = held[i - 1];
            if (value == '\n' || value == '\r') {
                lines += blank ? 0 : 1;
                blank = true;
                if (lines == last) {
                    return i;
                }
            } else {
                blank &= value <= ' ';
            }
        }
        return 0;
    }

    @Override
    public void close() {
        // The owner of the reader closes it.
    }
}
