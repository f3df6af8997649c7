package org.orrery.data.internal.text;

/** Reads decimal fractions of up to 15 digits with one mark, with a minus sign or none, and whole numbers. */
final class RealCells extends ColumnCells {
    private static final int MOST_DIGITS = 15;

    private final byte mark;
    private final int kind;

    RealCells(Column column) {
        super(column);
        this.kind = scan.plan().kind();
        this.mark = (byte) (kind == Kinds.REAL_COMMA ? ',' : '.');
    }

    @Override
    void cells(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows) {
        ColumnFacts facts = scan.facts();
        boolean others = hasNumericMarkers() || scan.isBroken() || format.grouping() == mark;
        long pattern = Swar.repeat(mark);
        boolean marked = false;
        boolean whole = false;
        for (int row = 0, i = first; row < rows; row++, i += stride) {
            int start = starts[i];
            int length = ends[i] - start;
            if (length == 0) {
                missing();
                continue;
            }
            int sign = bytes[start] == '-' ? 1 : 0;
            int at = start + sign;
            int digits = length - sign;
            if (digits < 1 || digits > MOST_DIGITS + 1 || others) {
                other(bytes, start, ends[i], row);
                continue;
            }
            int before = before(bytes, at, digits, pattern);
            int after = digits - before - 1;
            long value = before < 1 || after > 8 ? -1 : Swar.digits(bytes, at, before);
            if (after > 0 && value >= 0) {
                long fraction = Swar.digits(bytes, at + before + 1, after);
                value = fraction < 0 ? -1 : value * Swar.ten(after) + fraction;
            }
            if (value < 0 || after == 0 || before > 1 && bytes[at] == '0' || sign == 1 && value == 0) {
                other(bytes, start, ends[i], row);
                continue;
            }
            facts.present++;
            marked |= after > 0;
            whole |= after < 0;
            facts.plainComma |= after > 0 && mark == ',' && (after != 3 || before > 3 || bytes[at] == '0');
            scan.add(sign == 1 ? -value : value, Math.max(0, after));
        }
        int seen = (marked ? kind : Kinds.ANY) & (whole ? Kinds.NUMBER : Kinds.ANY);
        if (scan.asked().isEmpty()) {
            scan.restrict(seen);
        } else if (marked) {
            facts.marks &= kind;
        }
    }

    /** How many digits stand before the mark, at most 8; all of them when there is none; −1 when it stands further on. */
    private static int before(byte[] bytes, int at, int digits, long pattern) {
        long found = Swar.equal(Swar.word(bytes, at), pattern);
        int before = found == 0 ? 8 : Swar.first(found);
        if (before >= digits) {
            return digits;
        }
        return found != 0 || bytes[at + 8] == (byte) pattern ? before : -1;
    }
}
