package org.orrery.data.internal.text;

/** Reads instants in UTC of 19 characters, 2026-11-21 14:05:09 or with a T, or of 20 with a Z. */
final class InstantCells extends ColumnCells {
    private static final int WIDTH = 19;
    private static final long SECOND = 1_000_000;
    private static final long COLONS = (long) ':' << 16 | (long) ':' << 40;
    private static final long COLON_PLACES = 0xFFL << 16 | 0xFFL << 40;
    /** Two zeros in front make three pairs of digits four. */
    private static final long ZEROS = 0x3030L;

    InstantCells(Column column) {
        super(column);
        this.seen = Kinds.TIMESTAMP_YMD;
    }

    @Override
    int usual(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows) {
        if ((scan.kinds() & seen) == 0) {
            return 0;
        }
        long[] values = buffer.values(rows);
        int at = buffer.size();
        long last = buffer.last();
        long without = 0;
        boolean unzoned = false;
        int row = 0;
        for (int i = first; row < rows; row++, i += stride) {
            int start = starts[i];
            int length = ends[i] - start;
            if (length == 0) {
                without |= 1L << row;
            } else {
                boolean zoned = length == WIDTH + 1 && bytes[start + WIDTH] == 'Z';
                if (length != WIDTH && !zoned) {
                    break;
                }
                int day = DateCells.yearFirst(bytes, start);
                int second = secondOfDay(bytes, start + DateCells.WIDTH);
                if (day == DateCells.NONE || second < 0) {
                    break;
                }
                unzoned |= !zoned;
                last = (day * 86_400L + second) * SECOND;
            }
            values[at + row] = last;
        }
        scan.facts().unzoned |= unzoned;
        absent = without;
        return row;
    }

    /** The second of the day of 14:05:09 behind a blank or a T; −1 when it is none. */
    private static int secondOfDay(byte[] bytes, int at) {
        long word = Swar.word(bytes, at + 1);
        long pairs = Swar.pairs(ZEROS | word << 16 & 0xFFFF_0000L | word << 8 & 0xFFFF_0000_0000L | word & 0xFFFF_0000_0000_0000L);
        int hour = (int) (pairs >>> 16 & 0xFFFF);
        int minute = (int) (pairs >>> 32 & 0xFFFF);
        int second = (int) (pairs >>> 48);
        boolean form = (word & COLON_PLACES) == COLONS && (bytes[at] == ' ' || bytes[at] == 'T');
        return form && pairs >= 0 && hour < 24 && minute < 60 && second < 60 ? hour * 3_600 + minute * 60 + second : -1;
    }
}
