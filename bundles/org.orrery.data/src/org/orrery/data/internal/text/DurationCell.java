package org.orrery.data.internal.text;

import java.time.DateTimeException;
import java.time.Duration;

/**
 * Reads lengths of time out of characters: ISO 8601 ({@code PT1H30M}), hours, minutes and seconds ({@code 1:30:00},
 * {@code -0:00:01.5}), whole words ({@code 2 days}, {@code 1.5 hours}, {@code 1 hour 30 minutes}), and days before hours
 * ({@code 2 days 03:04:05}, {@code -1 days +23:59:59}). When asked for also {@code 1:30} for hours and minutes, and short
 * units ({@code 1h 30m}, {@code 90 s}). A length that microseconds cannot hold is none. Not thread-safe.
 */
final class DurationCell {
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final String[] WORDS = {"week", "day", "hour", "minute", "second", "millisecond", "microsecond"};
    private static final String[][] SHORT = {{"w", "wk"}, {"d"}, {"h", "hr"}, {"m", "min"}, {"s", "sec"}, {"ms"}, {"us"}};
    private static final long[] MICROS = {7 * DAY, DAY, HOUR, MINUTE, SECOND, 1_000, 1};
    private static final int DAYS = 1;
    private static final int MOST_DIGITS = 15;

    private char[] text;
    private int at;
    private int end;
    private long micros;
    private boolean clock;
    private long number;
    private int decimals;

    /** Microseconds of the length read last. */
    long micros() {
        return micros;
    }

    /** Whether the length read last was written as a time of the day could be: {@code 14:05:09}. */
    boolean isClock() {
        return clock;
    }

    /** Reads a length of time that can be nothing else, but for a time of the day. */
    boolean read(char[] buffer, int from, int to) {
        return read(buffer, from, to, false);
    }

    /** Reads a length of time where one is asked for. */
    boolean readAsked(char[] buffer, int from, int to) {
        return read(buffer, from, to, true);
    }

    private boolean read(char[] buffer, int from, int to, boolean asked) {
        if (to - from < 2) {
            return false;
        }
        text = buffer;
        at = from;
        end = to;
        clock = false;
        int sign = buffer[from] == '-' || buffer[from] == '+' ? 1 : 0;
        char first = buffer[from + sign];
        if (first == 'P') {
            return iso();
        }
        if (first < '0' || first > '9') {
            return false;
        }
        int i = from + sign;
        while (i < to && buffer[i] >= '0' && buffer[i] <= '9') {
            i++;
        }
        return i < to && buffer[i] == ':' ? clockOnly(asked) : words(asked);
    }

    private boolean iso() {
        try {
            Duration duration = Duration.parse(new String(text, at, end - at));
            if (duration.getNano() % 1_000 != 0) {
                return false;
            }
            micros = Math.addExact(Math.multiplyExact(duration.getSeconds(), SECOND), duration.getNano() / 1_000);
            return true;
        } catch (DateTimeException | ArithmeticException notADuration) {
            return false;
        }
    }

    private boolean clockOnly(boolean asked) {
        boolean negative = skip('-');
        boolean signed = negative || skip('+');
        long value = clock(asked);
        clock = !signed && value >= 0 && value < DAY;
        micros = negative ? -value : value;
        return value >= 0;
    }

    /** Microseconds of {@code hours:minutes:seconds[.fraction]} up to the end; −1 when there is no such thing. */
    private long clock(boolean withoutSeconds) {
        int hours = digits(6);
        if (hours < 0 || !skip(':')) {
            return -1;
        }
        int minutes = pair();
        boolean whole = skip(':');
        int seconds = whole ? pair() : withoutSeconds ? 0 : -1;
        if (minutes < 0 || seconds < 0) {
            return -1;
        }
        long fraction = whole && skip('.') ? fraction() : 0;
        return fraction < 0 || at != end ? -1 : hours * HOUR + minutes * MINUTE + seconds * SECOND + fraction;
    }

    private long fraction() {
        long value = 0;
        long unit = SECOND / 10;
        int start = at;
        for (; at < end && text[at] >= '0' && text[at] <= '9'; at++) {
            int digit = text[at] - '0';
            if (unit == 0 && digit != 0) {
                return -1;
            }
            value += digit * unit;
            unit /= 10;
        }
        return at == start ? -1 : value;
    }

    /** Numbers with units, the largest first, and perhaps hours, minutes and seconds behind days. */
    private boolean words(boolean asked) {
        boolean negative = skip('-');
        boolean signed = negative || skip('+');
        long sum = 0;
        int last = -1;
        int parts = 0;
        while (at < end) {
            if (parts > 0 && last == DAYS && behindDays()) {
                boolean minus = skip('-');
                boolean plus = !minus && skip('+');
                long time = clock(false);
                // A sign of the days says nothing of the hours behind them: -1 days +23:59:59 is one second less than nothing.
                micros = (negative ? -sum : sum) + (minus ? -time : time);
                return time >= 0 && (plus || minus || time < DAY);
            }
            int unit = number() ? unit(asked) : -1;
            if (unit <= last) {
                return false;
            }
            long value = value(unit);
            if (value < 0 || sum > Long.MAX_VALUE / 4) {
                return false;
            }
            sum += value;
            last = unit;
            parts++;
            skip(',');
            blanks();
        }
        micros = negative ? -sum : sum;
        // It is not clear whether a sign means only the first of several.
        return parts == 1 || parts > 1 && !signed;
    }

    /** Whether digits with a colon follow, with a sign or none. */
    private boolean behindDays() {
        int i = at < end && (text[at] == '-' || text[at] == '+') ? at + 1 : at;
        int start = i;
        while (i < end && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i > start && i < end && text[i] == ':';
    }

    private boolean number() {
        number = 0;
        decimals = 0;
        int start = at;
        boolean point = false;
        for (; at < end && (text[at] >= '0' && text[at] <= '9' || text[at] == '.' && !point); at++) {
            if (text[at] == '.') {
                point = true;
            } else {
                number = number * 10 + text[at] - '0';
                decimals += point ? 1 : 0;
            }
            if (at - start > MOST_DIGITS) {
                return false;
            }
        }
        return at > start && text[at - 1] != '.';
    }

    /** The number read last in that unit; −1 when it is no whole number of microseconds, or too large. */
    private long value(int unit) {
        long high = Math.multiplyHigh(number, MICROS[unit]);
        long product = number * MICROS[unit];
        long divisor = (long) NumberCell.power(decimals);
        return high != 0 || product < 0 || product % divisor != 0 ? -1 : product / divisor;
    }

    /** Which unit follows; −1 when none does. */
    private int unit(boolean asked) {
        boolean blank = at < end && text[at] == ' ';
        blanks();
        int start = at;
        while (at < end && (text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z') {
            at++;
        }
        for (int i = 0; i < WORDS.length; i++) {
            boolean word = is(WORDS[i], start, at) || at > start && text[at - 1] == 's' && is(WORDS[i], start, at - 1);
            if (word && (blank || asked) || asked && isShort(i, start)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isShort(int unit, int start) {
        for (String word : SHORT[unit]) {
            if (is(word, start, at) || word.length() > 1 && at > start && text[at - 1] == 's' && is(word, start, at - 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean is(String word, int from, int to) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((text[from + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void blanks() {
        while (at < end && text[at] == ' ') {
            at++;
        }
    }

    private boolean skip(char wanted) {
        if (at < end && text[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** Two digits below 60; −1 when there are none. */
    private int pair() {
        int start = at;
        int value = digits(2);
        return at - start == 2 && value < 60 ? value : -1;
    }

    private int digits(int most) {
        int start = at;
        int value = 0;
        while (at < end && at - start < most && text[at] >= '0' && text[at] <= '9') {
            value = value * 10 + text[at++] - '0';
        }
        return at == start ? -1 : value;
    }
}
