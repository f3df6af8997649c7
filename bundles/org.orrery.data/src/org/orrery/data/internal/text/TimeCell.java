package org.orrery.data.internal.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads days and instants out of characters. Days: {@code 2026-11-21}, {@code 2026/11/21}, {@code 21.11.2026}, and with
 * slashes or hyphens day or month first. Instants: a day in ISO form and {@code T}, or any day and a blank, then
 * {@code 14:05}, {@code 14:05:09}, up to six decimals, or {@code 2:05 PM}, then {@code Z}, {@code UTC}, {@code +01:00} or
 * nothing. Not thread-safe: one instance per pass.
 */
final class TimeCell {
    private static final long MICROS = 1_000_000;
    private static final long DAY = 86_400 * MICROS;
    private static final int SHORTEST_DATE = 8;
    private static final int LONGEST_DATE = 10;
    private static final int SHORTEST_CLOCK = 5;

    private char[] text;
    private int at;
    private int end;
    private int first;
    private int second;
    private int third;
    private long ymd;
    private long dmy;
    private long mdy;
    private long clock;
    private int offset;
    private ZoneId zone;
    private boolean unzoned;

    /** What kind of date the characters could be: a set of {@link Kinds}. */
    int readDate(char[] buffer, int from, int to) {
        text = buffer;
        at = from;
        end = to;
        if (to - from < SHORTEST_DATE || to - from > LONGEST_DATE) {
            return 0;
        }
        int start = at;
        first = number(4);
        int width = at - start;
        if (first < 0 || at == end) {
            return 0;
        }
        char separator = text[at++];
        second = number(2);
        if (second < 0 || separator != '-' && separator != '/' && separator != '.' || at == end || text[at] != separator) {
            return 0;
        }
        at++;
        start = at;
        third = number(4);
        if (third < 0 || at != end) {
            return 0;
        }
        int lastWidth = at - start;
        if (width == 4 && lastWidth <= 2 && separator != '.') {
            return day(first, second, third) ? ymdKind() : 0;
        }
        return width <= 2 && lastWidth == 4 ? dayOrMonthFirst(separator) : 0;
    }

    private int ymdKind() {
        ymd = LocalDate.of(first, second, third).toEpochDay();
        return Kinds.DATE_YMD;
    }

    private int dayOrMonthFirst(char separator) {
        int kinds = 0;
        if (day(third, second, first)) {
            dmy = LocalDate.of(third, second, first).toEpochDay();
            kinds |= Kinds.DATE_DMY;
        }
        if (separator != '.' && day(third, first, second)) {
            mdy = LocalDate.of(third, first, second).toEpochDay();
            kinds |= Kinds.DATE_MDY;
        }
        return kinds;
    }

    private static boolean day(int year, int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= Month.of(month).length(Year.isLeap(year)));
    }

    /** Days since 1970-01-01 of the date read last, taken as that one kind. */
    long epochDay(int kind) {
        return kind == Kinds.DATE_YMD ? ymd : kind == Kinds.DATE_DMY ? dmy : mdy;
    }

    /** What kind of instant the characters could be: a set of {@link Kinds}. One without a zone is taken in {@code assumed}. */
    int readTimestamp(char[] buffer, int from, int to, ZoneId assumed) {
        int split = from + SHORTEST_DATE;
        while (split < to && split <= from + LONGEST_DATE && buffer[split] != ' ' && buffer[split] != 'T') {
            split++;
        }
        if (to - split < SHORTEST_CLOCK || split > from + LONGEST_DATE || split >= to) {
            return 0;
        }
        int days = readDate(buffer, from, split);
        boolean iso = buffer[split] == 'T';
        if (days == 0 || iso && (days != Kinds.DATE_YMD || split - from != LONGEST_DATE || buffer[from + 4] != '-')) {
            return 0;
        }
        at = split + 1;
        end = to;
        clock = clock(iso);
        if (clock < 0) {
            return 0;
        }
        zone = assumed;
        unzoned = at == end;
        Integer given = unzoned ? Integer.valueOf(0) : offset();
        if (given == null) {
            return 0;
        }
        offset = given;
        return Kinds.timestamps(days);
    }

    /** Microseconds of the instant read last, taken as that one kind. */
    long micros(int kind) {
        long day = epochDay(Kinds.dayOf(kind));
        return unzoned ? local(day, clock, zone) : day * DAY + clock - offset * MICROS;
    }

    /** Microseconds of the start of the date read last, taken as that one kind. */
    long midnight(int kind, ZoneId assumed) {
        return local(epochDay(kind), 0, assumed);
    }

    private static long local(long day, long time, ZoneId zone) {
        if (zone == ZoneOffset.UTC) {
            return day * DAY + time;
        }
        LocalDateTime local = LocalDate.ofEpochDay(day).atStartOfDay().plusSeconds(time / MICROS);
        return local.atZone(zone).toEpochSecond() * MICROS + time % MICROS;
    }

    /** Microseconds since the start of the day of {@code 14:05[:09[.123456]]} or {@code 2:05 PM} at the cursor; −1 when there is no such thing. */
    private long clock(boolean iso) {
        int hour = iso ? exactly(2) : number(2);
        if (hour < 0 || hour > 23 || !skip(':')) {
            return -1;
        }
        int minute = exactly(2);
        if (minute < 0 || minute > 59) {
            return -1;
        }
        int seconds = 0;
        long fraction = 0;
        if (skip(':')) {
            seconds = exactly(2);
            fraction = seconds < 0 || seconds > 59 ? -1 : fraction();
        }
        int shift = iso ? 0 : halfOfDay(hour);
        return fraction < 0 || shift < 0 ? -1 : ((shift == 0 ? hour : hour % 12 + shift - 12) * 3600L + minute * 60L + seconds) * MICROS + fraction;
    }

    /** 12 behind a morning's hour, 24 behind an afternoon's, 0 when there is no such word; −1 when the hour does not fit it. */
    private int halfOfDay(int hour) {
        int i = at < end && text[at] == ' ' ? at + 1 : at;
        boolean morning = end - i >= 2 && (text[i] | 0x20) == 'a';
        boolean afternoon = end - i >= 2 && (text[i] | 0x20) == 'p';
        if (!morning && !afternoon || (text[i + 1] | 0x20) != 'm') {
            return 0;
        }
        at = i + 2;
        return hour < 1 || hour > 12 ? -1 : morning ? 12 : 24;
    }

    /** The microseconds of an optional fraction; −1 when it has digits that microseconds cannot hold. */
    private long fraction() {
        if (!skip('.')) {
            return 0;
        }
        long value = 0;
        int digits = 0;
        for (; at < end && text[at] >= '0' && text[at] <= '9'; at++, digits++) {
            if (digits < 6) {
                value = value * 10 + text[at] - '0';
            } else if (text[at] != '0') {
                return -1;
            }
        }
        if (digits == 0) {
            return -1;
        }
        for (int i = digits; i < 6; i++) {
            value *= 10;
        }
        return value;
    }

    /** Seconds east of UTC of {@code Z}, {@code UTC}, {@code GMT}, {@code +01}, {@code +0100} or {@code +01:00} at the cursor; null when none. */
    private Integer offset() {
        skip(' ');
        if (at < end && text[at] == 'Z') {
            return at + 1 == end ? 0 : null;
        }
        if (end - at == 3) {
            String word = new String(text, at, 3);
            if (word.equals("UTC") || word.equals("GMT")) {
                return 0;
            }
        }
        if (at == end || text[at] != '+' && text[at] != '-') {
            return null;
        }
        int sign = text[at++] == '-' ? -1 : 1;
        int hours = exactly(2);
        int minutes = 0;
        if (at < end) {
            skip(':');
            minutes = exactly(2);
        }
        return hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || at != end ? null : sign * (hours * 3600 + minutes * 60);
    }

    /** Whether the instant read last named no zone. */
    boolean isUnzoned() {
        return unzoned;
    }

    private boolean skip(char wanted) {
        if (at < end && text[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private int exactly(int width) {
        int start = at;
        int value = number(width);
        return at - start == width ? value : -1;
    }

    private int number(int most) {
        int start = at;
        int value = 0;
        while (at < end && at - start < most && text[at] >= '0' && text[at] <= '9') {
            value = value * 10 + text[at++] - '0';
        }
        return at == start ? -1 : value;
    }
}
