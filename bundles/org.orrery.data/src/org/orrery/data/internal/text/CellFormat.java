package org.orrery.data.internal.text;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.orrery.data.ReadOptions;

/** Reads cells: which kinds a cell could be, and its value as one of them. Not thread-safe: one instance per pass. */
final class CellFormat {
    private final NumberCell number;
    private final TimeCell time = new TimeCell();
    private final DurationCell duration = new DurationCell();
    private final int[] starts = new int[ColumnScan.BATCH];
    private final int[] lengths = new int[ColumnScan.BATCH];
    private final long[] words = new long[ColumnScan.BATCH];
    private final ZoneId zone;
    private final char grouping;

    /** @param grouping the mark between groups of thousands; {@link ReadOptions#NONE} for none */
    CellFormat(ZoneId zone, char grouping) {
        this.zone = zone;
        this.grouping = grouping;
        this.number = new NumberCell(grouping);
    }

    /** Reads cells as the options say. */
    CellFormat(ReadOptions options) {
        this(options.zone().map(ZoneId::of).orElse(ZoneOffset.UTC), options.grouping().orElse(ReadOptions.NONE));
    }

    /** The mark between groups of thousands; {@link ReadOptions#NONE} for none. */
    char grouping() {
        return grouping;
    }

    NumberCell number() {
        return number;
    }

    TimeCell time() {
        return time;
    }

    DurationCell duration() {
        return duration;
    }

    /** Room for where the texts of a batch begin; whoever reads a column uses it up before the next. */
    int[] starts() {
        return starts;
    }

    /** As {@link #starts}, for their lengths. */
    int[] lengths() {
        return lengths;
    }

    /** As {@link #starts}, for values by which different ones are counted. */
    long[] words() {
        return words;
    }

    ZoneId zone() {
        return zone;
    }

    /** Everything the characters could be; the values stay in {@link #number()}, {@link #time()} and {@link #duration()}. */
    int kinds(char[] buffer, int from, int to) {
        char first = buffer[from];
        if (first >= '0' && first <= '9' || first == '-' || first == '.' || first == ',' || first == '+') {
            if (number.read(buffer, from, to)) {
                return number.kinds();
            }
            int date = time.readDate(buffer, from, to);
            if (date != 0) {
                return date;
            }
            int instant = time.readTimestamp(buffer, from, to, zone);
            return instant != 0 ? instant : duration.read(buffer, from, to) ? Kinds.DURATION : Kinds.TEXT;
        }
        return switch (first) {
            case 't', 'T', 'f', 'F' -> bool(buffer, from, to) >= 0 ? Kinds.BOOLEAN : Kinds.TEXT;
            case 'P' -> duration.read(buffer, from, to) ? Kinds.DURATION : Kinds.TEXT;
            case 'i', 'I', 'n', 'N' -> number.read(buffer, from, to) ? number.kinds() : Kinds.TEXT;
            default -> Kinds.TEXT;
        };
    }

    /** 1 for true, 0 for false in any case of letters, −1 for anything else. */
    static int bool(char[] buffer, int from, int to) {
        return is("true", buffer, from, to) ? 1 : is("false", buffer, from, to) ? 0 : -1;
    }

    /** As {@link #bool}, and also yes and no, their first letters, t and f, 1 and 0: only where a boolean is asked for. */
    static int askedBool(char[] buffer, int from, int to) {
        int plain = bool(buffer, from, to);
        if (plain >= 0) {
            return plain;
        }
        if (is("yes", buffer, from, to)) {
            return 1;
        }
        if (is("no", buffer, from, to)) {
            return 0;
        }
        return to - from != 1 ? -1 : switch (buffer[from]) {
            case '1', 'y', 'Y', 't', 'T' -> 1;
            case '0', 'n', 'N', 'f', 'F' -> 0;
            default -> -1;
        };
    }

    private static boolean is(String word, char[] buffer, int from, int to) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((buffer[from + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
