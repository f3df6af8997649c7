package org.orrery.data.internal.text;

import java.util.Arrays;

/**
 * Finds the fields of whole records in UTF-8: where each begins and ends, without its quotes. Reads what FastCSV reads and
 * refuses what it refuses. Used again and again; not thread-safe.
 */
final class FieldIndex {
    /** Set in an end when a quote inside of the field is doubled. */
    static final int DOUBLED = 1 << 31;

    private static final int BLOCK = 64;

    /** What ended the search before the end of the bytes. */
    enum Trouble {
        NONE, UNCLOSED, AFTER_QUOTE, TOO_LONG, RAGGED, BEHIND_TRAILING
    }

    private final byte delimiter;
    private final long pattern;
    private final byte quote;
    private final boolean trailing;
    private int[] starts = new int[1 << 12];
    private int[] ends = new int[1 << 12];
    private int size;
    private int rows;
    private int blankRows;
    private long quotedBreaks;
    private int next;
    /** Where the bytes begin that {@link #marks} is about. */
    private int block;
    /** A bit for each delimiter or control character of the block that was not looked at yet. */
    private long marks;
    private Trouble trouble = Trouble.NONE;
    private int troubleAt;
    private int troubleFields;

    FieldIndex(ByteDialect dialect) {
        this.delimiter = dialect.delimiter();
        this.pattern = Swar.repeat(delimiter);
        this.quote = dialect.quote();
        this.trailing = dialect.trailing();
    }

    /**
     * Finds the fields of all records.
     *
     * @param to the end of the last record, which a line break ends
     * @param columns how many fields each has; 0: only the first record that is not blank is wanted, and counts
     */
    void find(byte[] bytes, int from, int to, int columns) {
        size = 0;
        rows = 0;
        blankRows = 0;
        quotedBreaks = 0;
        trouble = Trouble.NONE;
        next = from;
        block = from;
        marks = Swar.marks(bytes, from, pattern);
        while (next < to && trouble == Trouble.NONE && !(columns == 0 && rows == 1)) {
            record(bytes, to, columns);
        }
    }

    private void record(byte[] bytes, int to, int columns) {
        int first = size;
        int begin = next;
        int at = begin;
        int end;
        while (true) {
            if (bytes[at] == quote) {
                end = quoted(bytes, at, to);
                if (end < 0) {
                    return;
                }
                seek(bytes, end + 1);
            } else {
                end = plain(bytes, at);
                at = starts[size - 1];
            }
            if (end - at > RecordParser.FIELD_LIMIT && isTooLong(bytes)) {
                stop(Trouble.TOO_LONG, at, size - first);
                return;
            }
            if (bytes[end] != delimiter) {
                break;
            }
            at = end + 1;
        }
        next = end + 1;
        if (bytes[end] == '\r' && next < to && bytes[next] == '\n') {
            seek(bytes, ++next);
        }
        if (size == first + 1 && bytes[begin] != quote && isBlank(bytes, begin, end)) {
            blankRows++;
            size = first;
        } else {
            count(bytes, first, begin, columns);
        }
    }

    private void count(byte[] bytes, int first, int begin, int columns) {
        int found = size - first;
        if (columns != 0 && found != columns) {
            boolean behind = trailing && found > columns;
            if (behind && !isBlank(bytes, starts[first + columns], ends[first + columns] & ~DOUBLED)) {
                stop(Trouble.BEHIND_TRAILING, begin, found);
                return;
            }
            if (!behind || found != columns + 1) {
                stop(Trouble.RAGGED, begin, found);
                return;
            }
            size--;
        }
        rows++;
    }

    /**
     * Stores plain fields up to the last one of the record, or to the next that begins with a quote.
     *
     * @return where the delimiter or line break behind the last field stands
     */
    private int plain(byte[] bytes, int from) {
        int at = from;
        int count = size;
        long left = marks;
        while (true) {
            while (left == 0) {
                block += BLOCK;
                left = Swar.marks(bytes, block, pattern);
            }
            int end = block + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            byte value = bytes[end];
            if (value != delimiter && value != '\n' && value != '\r') {
                continue;
            }
            if (count == starts.length) {
                grow();
            }
            starts[count] = at;
            ends[count++] = end;
            if (value != delimiter || bytes[end + 1] == quote || end - at > RecordParser.FIELD_LIMIT) {
                size = count;
                marks = left;
                return end;
            }
            at = end + 1;
        }
    }

    /** Forgets the marks before that place, which is not before the last one that was looked at. */
    private void seek(byte[] bytes, int to) {
        if (to - block >= BLOCK) {
            block += to - block & -BLOCK;
            marks = Swar.marks(bytes, block, pattern);
        }
        marks &= -1L << to - block;
    }

    /** Where the delimiter or line break behind the quoted field stands; −1 when there is trouble. */
    private int quoted(byte[] bytes, int opening, int to) {
        int doubled = 0;
        int closing = Swar.indexOf(bytes, opening + 1, to, quote);
        while (closing >= 0 && closing + 1 < to && bytes[closing + 1] == quote) {
            doubled = DOUBLED;
            closing = Swar.indexOf(bytes, closing + 2, to, quote);
        }
        if (closing < 0) {
            stop(Utf8.units(bytes, opening + 1, to) > RecordParser.FIELD_LIMIT ? Trouble.TOO_LONG : Trouble.UNCLOSED, opening, 0);
            return -1;
        }
        byte after = bytes[closing + 1];
        if (after != delimiter && after != '\n' && after != '\r') {
            stop(Trouble.AFTER_QUOTE, opening, 0);
            return -1;
        }
        quotedBreaks += Chunk.breaks(bytes, opening + 1, closing);
        store(opening + 1, closing | doubled);
        return closing + 1;
    }

    private boolean isTooLong(byte[] bytes) {
        return Utf8.units(bytes, starts[size - 1], ends[size - 1] & ~DOUBLED) > RecordParser.FIELD_LIMIT;
    }

    private void store(int start, int end) {
        if (size == starts.length) {
            grow();
        }
        starts[size] = start;
        ends[size++] = end;
    }

    private void grow() {
        starts = Arrays.copyOf(starts, starts.length * 2);
        ends = Arrays.copyOf(ends, ends.length * 2);
    }

    private void stop(Trouble found, int at, int fields) {
        trouble = found;
        troubleAt = at;
        troubleFields = fields;
    }

    static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((bytes[i] & 0xFF) > ' ') {
                return false;
            }
        }
        return true;
    }

    /** Where the fields begin, record after record. */
    int[] starts() {
        return starts;
    }

    /** Where they end; may be marked with {@link #DOUBLED}. */
    int[] ends() {
        return ends;
    }

    /** How many fields there are. */
    int size() {
        return size;
    }

    /** How many records there are, blank ones not counted. */
    int rows() {
        return rows;
    }

    int blankRows() {
        return blankRows;
    }

    /** How many lines the records took: when there was no trouble. */
    long lines() {
        return rows + blankRows + quotedBreaks;
    }

    /** Where the search ended: behind the last record found. */
    int next() {
        return next;
    }

    Trouble trouble() {
        return trouble;
    }

    /** Where the trouble begins: the quote that opens the field, or the start of the record. */
    int troubleAt() {
        return troubleAt;
    }

    /** How many fields the record has that is ragged. */
    int troubleFields() {
        return troubleFields;
    }
}
