package org.orrery.data.internal.text;

/** Reads days of ten characters: 2026-11-21, and with the year last 21/11/2026, 21.11.2026 and 21-11-2026. */
final class DateCells extends ColumnCells {
    static final int WIDTH = 10;
    private static final int FIRST_YEAR = 1583;
    private static final byte[] LENGTHS = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final int kind;

    DateCells(Column column) {
        super(column);
        this.kind = scan.plan().kind();
    }

    @Override
    void cells(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows) {
        ColumnFacts facts = scan.facts();
        boolean others = hasNumericMarkers() || scan.isBroken();
        for (int row = 0, i = first; row < rows; row++, i += stride) {
            int start = starts[i];
            if (ends[i] == start) {
                missing();
                continue;
            }
            int cell = 0;
            long day = 0;
            if (ends[i] - start == WIDTH && !others) {
                if (kind == Kinds.DATE_YMD) {
                    day = yearFirst(bytes, start);
                    cell = day == Long.MIN_VALUE ? 0 : Kinds.DATE_YMD;
                } else {
                    cell = yearLast(bytes, start);
                    day = cell == 0 ? 0 : yearLastDay(bytes, start);
                }
            }
            // What leaves the kinds of the column is counted, and refused or planned anew, in the other way.
            if ((cell & kind) == 0 || (scan.kinds() & cell & kind) == 0) {
                other(bytes, start, ends[i], row);
                continue;
            }
            facts.present++;
            scan.restrict(cell);
            scan.add(day);
        }
    }

    /** The day of 2026-11-21; the lowest long when it is none. */
    static long yearFirst(byte[] bytes, int at) {
        long high = Swar.digits(bytes, at, 4);
        long month = Swar.digits(bytes, at + 5, 2);
        long day = Swar.digits(bytes, at + 8, 2);
        boolean form = bytes[at + 4] == '-' && bytes[at + 7] == '-';
        return form && isDay(high, month, day) ? epochDay(high, month, day) : Long.MIN_VALUE;
    }

    private static int yearLast(byte[] bytes, int at) {
        byte separator = bytes[at + 2];
        if (bytes[at + 5] != separator || separator != '/' && separator != '.' && separator != '-') {
            return 0;
        }
        long one = Swar.digits(bytes, at, 2);
        long two = Swar.digits(bytes, at + 3, 2);
        long year = Swar.digits(bytes, at + 6, 4);
        int kinds = isDay(year, two, one) ? Kinds.DATE_DMY : 0;
        return separator != '.' && isDay(year, one, two) ? kinds | Kinds.DATE_MDY : kinds;
    }

    private long yearLastDay(byte[] bytes, int at) {
        long one = Swar.digits(bytes, at, 2);
        long two = Swar.digits(bytes, at + 3, 2);
        long year = Swar.digits(bytes, at + 6, 4);
        return kind == Kinds.DATE_DMY ? epochDay(year, two, one) : epochDay(year, one, two);
    }

    private static boolean isDay(long year, long month, long day) {
        return year >= FIRST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= LENGTHS[(int) month]
                && (day < 29 || month != 2 || year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    }

    /** Days since 1970-01-01 in the Gregorian calendar, by counting years from March on. */
    private static long epochDay(long year, long month, long day) {
        long from = month <= 2 ? year - 1 : year;
        long marchMonth = month <= 2 ? month + 9 : month - 3;
        return from * 365 + from / 4 - from / 100 + from / 400 + (marchMonth * 153 + 2) / 5 + day - 719_469;
    }
}
