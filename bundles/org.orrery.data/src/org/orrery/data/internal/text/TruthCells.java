package org.orrery.data.internal.text;

/** Reads true and false in small letters. */
final class TruthCells extends ColumnCells {
    private static final int TRUE = 'e' << 24 | 'u' << 16 | 'r' << 8 | 't';
    private static final long FALSE = (long) 'e' << 32 | (long) 's' << 24 | 'l' << 16 | 'a' << 8 | 'f';

    TruthCells(Column column) {
        super(column);
        this.seen = scan.asked().isEmpty() ? Kinds.BOOLEAN : Kinds.ANY;
    }

    @Override
    boolean readsUsual() {
        // A marker of missing values may be one of the two words.
        return !scan.isBroken() && !isMarker("true") && !isMarker("false");
    }

    @Override
    int usual(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows) {
        long[] values = buffer.values(rows);
        int at = buffer.size();
        long last = buffer.last();
        long without = 0;
        int row = 0;
        for (int i = first; row < rows; row++, i += stride) {
            int start = starts[i];
            int length = ends[i] - start;
            if (length == 0) {
                without |= 1L << row;
            } else {
                long word = Swar.word(bytes, start);
                boolean yes = length == 4 && (int) word == TRUE;
                if (!yes && !(length == 5 && (word & 0xFFFFFFFFFFL) == FALSE)) {
                    break;
                }
                last = yes ? 1 : 0;
            }
            values[at + row] = last;
        }
        absent = without;
        return row;
    }
}
