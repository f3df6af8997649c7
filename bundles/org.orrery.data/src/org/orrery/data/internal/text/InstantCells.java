package org.orrery.data.internal.text;

/** Reads instants in UTC of 19 characters, 2026-11-21 14:05:09 or with a T, or of 20 with a Z. */
final class InstantCells extends ColumnCells {
    private static final int WIDTH = 19;
    private static final long SECOND = 1_000_000;

    InstantCells(Column column) {
        super(column);
    }

    @Override
    void cells(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows) {
        ColumnFacts facts = scan.facts();
        boolean others = hasNumericMarkers() || scan.isBroken();
        int seen = Kinds.ANY;
        for (int row = 0, i = first; row < rows; row++, i += stride) {
            int start = starts[i];
            int length = ends[i] - start;
            if (length == 0) {
                missing();
                continue;
            }
            boolean zoned = length == WIDTH + 1 && bytes[start + WIDTH] == 'Z';
            long second = (zoned || length == WIDTH) && !others ? second(bytes, start) : Long.MIN_VALUE;
            if (second == Long.MIN_VALUE) {
                other(bytes, start, ends[i], row);
                continue;
            }
            facts.present++;
            facts.unzoned |= !zoned;
            seen = Kinds.TIMESTAMP_YMD;
            scan.add(second * SECOND);
        }
        scan.restrict(seen);
    }

    private static long second(byte[] bytes, int at) {
        byte divider = bytes[at + DateCells.WIDTH];
        boolean form = (divider == ' ' || divider == 'T') && bytes[at + 13] == ':' && bytes[at + 16] == ':';
        long day = form ? DateCells.yearFirst(bytes, at) : Long.MIN_VALUE;
        long hour = Swar.digits(bytes, at + 11, 2);
        long minute = Swar.digits(bytes, at + 14, 2);
        long second = Swar.digits(bytes, at + 17, 2);
        boolean clock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return day == Long.MIN_VALUE || !clock ? Long.MIN_VALUE : day * 86_400 + hour * 3_600 + minute * 60 + second;
    }
}
