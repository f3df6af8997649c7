package org.orrery.data.internal.text;

import java.util.Arrays;

/** Whole records as bytes. Filled again and again; held by one thread at a time. */
final class Chunk {
    private static final long FEEDS = Swar.repeat((byte) '\n');
    private static final long RETURNS = Swar.repeat((byte) '\r');

    private byte[] bytes = {};
    private int number;
    private long offset;
    private int length;
    private int end;
    private int first;
    private boolean overlong;

    /** Makes room for that many bytes; what is there stays. */
    void reserve(int capacity) {
        if (capacity() < capacity) {
            bytes = Arrays.copyOf(bytes, capacity + Swar.SLACK);
        }
    }

    int capacity() {
        return Math.max(0, bytes.length - Swar.SLACK);
    }

    /** Tells which chunk it is, from 0; how many bytes stand before it; how many it has; and whether its record goes on. */
    void set(int newNumber, long newOffset, int newLength, boolean goesOn) {
        overlong = goesOn;
        number = newNumber;
        offset = newOffset;
        length = newLength;
        first = 0;
        byte last = bytes[length - 1];
        end = length;
        if (last != '\n' && last != '\r') {
            // The last record of the file may come without a line break.
            bytes[end++] = '\n';
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int number() {
        return number;
    }

    /** How many bytes of the file stand before it. */
    long offset() {
        return offset;
    }

    /** How many bytes of the file it holds. */
    int length() {
        return length;
    }

    /** The end of the last record, with a line break that is added when the file has none there. */
    int end() {
        return end;
    }

    /** Whether its last record was cut, because it is longer than any may be. */
    boolean isOverlong() {
        return overlong;
    }

    /** Where the first row begins, behind the header. */
    int first() {
        return first;
    }

    void begin(int at) {
        first = at;
    }

    /** The line breaks before that place: LF, CR and CRLF. */
    long breaks(int to) {
        return breaks(bytes, 0, to);
    }

    /** The line breaks between those places. */
    static long breaks(byte[] bytes, int from, int to) {
        long breaks = 0;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = Swar.word(bytes, i);
            if (Swar.equal(word, RETURNS) != 0) {
                break;
            }
            breaks += Swar.count(word, FEEDS);
        }
        for (; i < to; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r' && bytes[i + 1] != '\n') {
                breaks++;
            }
        }
        return breaks;
    }
}
