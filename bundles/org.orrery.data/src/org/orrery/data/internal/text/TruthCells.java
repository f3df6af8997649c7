package org.orrery.data.internal.text;

/** Reads true and false in small letters. */
final class TruthCells extends ColumnCells {
    private static final int TRUE = 'e' << 24 | 'u' << 16 | 'r' << 8 | 't';
    private static final long FALSE = (long) 'e' << 32 | (long) 's' << 24 | 'l' << 16 | 'a' << 8 | 'f';

    TruthCells(Column column) {
        super(column);
    }

    @Override
    void cells(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows) {
        ColumnFacts facts = scan.facts();
        // A marker of missing values may be one of the two words.
        boolean others = scan.isBroken() || isMarker("true") || isMarker("false");
        int seen = Kinds.ANY;
        for (int row = 0, i = first; row < rows; row++, i += stride) {
            int start = starts[i];
            int length = ends[i] - start;
            long word = Swar.word(bytes, start);
            boolean yes = length == 4 && (int) word == TRUE;
            boolean no = length == 5 && (word & 0xFFFFFFFFFFL) == FALSE;
            if (length == 0) {
                missing();
            } else if (others || !yes && !no) {
                other(bytes, start, ends[i], row);
            } else {
                facts.present++;
                seen = Kinds.BOOLEAN;
                scan.add(yes ? 1L : 0L);
            }
        }
        if (scan.asked().isEmpty()) {
            scan.restrict(seen);
        }
    }
}
