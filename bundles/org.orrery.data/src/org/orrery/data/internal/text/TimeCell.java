package org.orrery.data.internal.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads days, instants and lengths of time out of characters. Days: {@code 2026-11-21}, {@code 2026/11/21},
 * {@code 21.11.2026}, and with slashes or hyphens day or month first. Instants: a day in ISO form, {@code T} or a blank,
 * {@code 14:05}, {@code 14:05:09}, up to six decimals, then {@code Z}, {@code +01:00} or nothing. Lengths: ISO 8601
 * ({@code PT1H30M}); when asked for also {@code 1:30:00}. Not thread-safe: one instance per pass.
 */
final class TimeCell {
    private static final long MICROS = 1_000_000;
    private static final long DAY = 86_400 * MICROS;

    private char[] text;
    private int at;
    private int end;
    private int first;
    private int second;
    private int third;
    private long ymd;
    private long dmy;
    private long mdy;
    private long micros;
    private boolean unzoned;

    /** What kind of date the characters could be: a set of {@link Kinds}. */
    int readDate(char[] buffer, int from, int to) {
        text = buffer;
        at = from;
        end = to;
        if (to - from < 8 || to - from > 10) {
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

    /** Reads an instant; one without a zone is taken in {@code zone}. */
    boolean readTimestamp(char[] buffer, int from, int to, ZoneId zone) {
        int split = from + 10;
        if (to - from < 16 || buffer[from + 4] != '-' || buffer[split] != 'T' && buffer[split] != ' '
                || readDate(buffer, from, split) != Kinds.DATE_YMD) {
            return false;
        }
        at = split + 1;
        end = to;
        long time = clock();
        if (time < 0) {
            return false;
        }
        unzoned = at == end;
        if (unzoned) {
            micros = local(ymd, time, zone);
            return true;
        }
        Integer offset = offset();
        if (offset == null) {
            return false;
        }
        micros = ymd * DAY + time - offset * MICROS;
        return true;
    }

    private static long local(long day, long time, ZoneId zone) {
        if (zone == ZoneOffset.UTC) {
            return day * DAY + time;
        }
        LocalDateTime local = LocalDate.ofEpochDay(day).atStartOfDay().plusSeconds(time / MICROS);
        return local.atZone(zone).toEpochSecond() * MICROS + time % MICROS;
    }

    /** Microseconds since the start of the day of {@code 14:05[:09[.123456]]} at the cursor; −1 when there is no such thing. */
    private long clock() {
        int hour = exactly(2);
        if (hour < 0 || hour > 23 || !skip(':')) {
            return -1;
        }
        int minute = exactly(2);
        if (minute < 0 || minute > 59) {
            return -1;
        }
        long time = (hour * 3600L + minute * 60L) * MICROS;
        if (!skip(':')) {
            return time;
        }
        int seconds = exactly(2);
        if (seconds < 0 || seconds > 59) {
            return -1;
        }
        long fraction = fraction();
        return fraction < 0 ? -1 : time + seconds * MICROS + fraction;
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

    /** Seconds east of UTC of {@code Z}, {@code +01}, {@code +0100} or {@code +01:00} at the cursor; null when none. */
    private Integer offset() {
        if (text[at] == 'Z') {
            return at + 1 == end ? 0 : null;
        }
        if (text[at] != '+' && text[at] != '-') {
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

    /** Microseconds of the instant or length of time read last. */
    long micros() {
        return micros;
    }

    /** Reads a length of time in ISO 8601 form. */
    boolean readDuration(char[] buffer, int from, int to) {
        if (to - from < 3 || buffer[from] != 'P' && buffer[from] != '-' && buffer[from] != '+') {
            return false;
        }
        try {
            Duration duration = Duration.parse(new String(buffer, from, to - from));
            if (duration.getNano() % 1_000 != 0) {
                return false;
            }
            micros = Math.addExact(Math.multiplyExact(duration.getSeconds(), MICROS), duration.getNano() / 1_000);
            return true;
        } catch (DateTimeException | ArithmeticException notADuration) {
            return false;
        }
    }

    /** Reads {@code [-]hours:minutes[:seconds[.fraction]]}; hours may pass 23. */
    boolean readClockDuration(char[] buffer, int from, int to) {
        text = buffer;
        at = from;
        end = to;
        boolean negative = skip('-');
        int hours = number(6);
        if (hours < 0 || !skip(':')) {
            return false;
        }
        int minutes = exactly(2);
        int seconds = skip(':') ? exactly(2) : 0;
        if (minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) {
            return false;
        }
        long fraction = fraction();
        if (fraction < 0 || at != end) {
            return false;
        }
        long value = (hours * 3600L + minutes * 60L + seconds) * MICROS + fraction;
        micros = negative ? -value : value;
        return true;
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
