package org.orrery.data.internal.text;

/** Reads days of ten characters: 2026-11-21, and with the year last 21/11/2026, 21.11.2026 and 21-11-2026. */
final class DateCells extends ColumnCells {
    static final int WIDTH = 10;
    /** What is returned instead of a day by whoever finds none. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int FIRST_YEAR = 1583;
    private static final byte[] LENGTHS = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final long PAIR = 0xFFFF;

    private final int kind;

    DateCells(Column column) {
        super(column);
        this.kind = scan.plan().kind();
    }

    @Override
    int usual(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows) {
        return kind == Kinds.DATE_YMD ? yearFirst(bytes, starts, ends, first, stride, rows)
                : yearLast(bytes, starts, ends, first, stride, rows);
    }

    private int yearFirst(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows) {
        long[] values = buffer.values(rows);
        int at = buffer.size();
        long last = buffer.last();
        long without = 0;
        int row = 0;
        for (int i = first; row < rows; row++, i += stride) {
            int length = ends[i] - starts[i];
            if (length == 0) {
                without |= 1L << row;
            } else {
                int day = length == WIDTH ? yearFirst(bytes, starts[i]) : NONE;
                if (day == NONE) {
                    break;
                }
                last = day;
            }
            values[at + row] = last;
        }
        absent = without;
        seen = Kinds.DATE_YMD;
        return row;
    }

    /** The kinds that are left narrow from cell to cell, and what leaves the plan is for the other way to count or to refuse. */
    private int yearLast(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows) {
        long[] values = buffer.values(rows);
        int at = buffer.size();
        long last = buffer.last();
        long without = 0;
        int kinds = scan.kinds();
        int row = 0;
        for (int i = first; row < rows; row++, i += stride) {
            int length = ends[i] - starts[i];
            if (length == 0) {
                without |= 1L << row;
            } else {
                long pairs = length == WIDTH ? yearLast(bytes, starts[i]) : -1;
                if (pairs < 0) {
                    break;
                }
                int year = year(pairs);
                int two = (int) (pairs >>> 32 & PAIR);
                int one = (int) (pairs >>> 48);
                boolean dayFirst = isDay(year, two, one);
                boolean monthFirst = bytes[starts[i] + 2] != '.' && isDay(year, one, two);
                int left = kinds & ((dayFirst ? Kinds.DATE_DMY : 0) | (monthFirst ? Kinds.DATE_MDY : 0));
                if ((left & kind) == 0) {
                    break;
                }
                kinds = left;
                last = kind == Kinds.DATE_DMY ? epochDay(year, two, one) : epochDay(year, one, two);
            }
            values[at + row] = last;
        }
        absent = without;
        seen = kinds;
        return row;
    }

    /** The day of 2026-11-21; {@link #NONE} when it is none. */
    static int yearFirst(byte[] bytes, int at) {
        long front = Swar.word(bytes, at);
        long back = Swar.word(bytes, at + 2);
        long pairs = Swar.pairs(front & 0xFFFFFFFFL | front >>> 8 & 0xFFFF_0000_0000L | back & 0xFFFF_0000_0000_0000L);
        int year = year(pairs);
        int month = (int) (pairs >>> 32 & PAIR);
        int day = (int) (pairs >>> 48);
        boolean form = pairs >= 0 && bytes[at + 4] == '-' && bytes[at + 7] == '-';
        return form && isDay(year, month, day) ? epochDay(year, month, day) : NONE;
    }

    /** The pairs of digits of 21/11/2026 with the year first; −1 when it is no such thing. */
    private static long yearLast(byte[] bytes, int at) {
        byte separator = bytes[at + 2];
        if (bytes[at + 5] != separator || separator != '/' && separator != '.' && separator != '-') {
            return -1;
        }
        long front = Swar.word(bytes, at);
        return Swar.pairs(Swar.word(bytes, at + 2) >>> 32 | (front >>> 24 & PAIR) << 32 | front << 48);
    }

    private static int year(long pairs) {
        return (int) (pairs & PAIR) * 100 + (int) (pairs >>> 16 & PAIR);
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= FIRST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= LENGTHS[month]
                && (day < 29 || month != 2 || (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0));
    }

    /** Days since 1970-01-01 in the Gregorian calendar, by counting years from March on. */
    private static int epochDay(int year, int month, int day) {
        int from = month <= 2 ? year - 1 : year;
        int marchMonth = month <= 2 ? month + 9 : month - 3;
        return from * 365 + from / 4 - from / 100 + from / 400 + (marchMonth * 153 + 2) / 5 + day - 719_469;
    }
}
