package org.orrery.data.internal.text;

/** Reads decimal fractions of up to 15 digits with one mark, with a minus sign or none, and whole numbers. */
final class RealCells extends ColumnCells {
    private static final int MOST_DIGITS = 15;
    private static final int WORD = 8;

    private final byte mark;
    private final int kind;
    private final boolean asked = scan.asked().isPresent();

    RealCells(Column column) {
        super(column);
        this.kind = scan.plan().kind();
        this.mark = (byte) (kind == Kinds.REAL_COMMA ? ',' : '.');
    }

    @Override
    boolean readsUsual() {
        return super.readsUsual() && format.grouping() != mark;
    }

    @Override
    int usual(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows) {
        long[] values = buffer.values(rows);
        byte[] places = buffer.places();
        int at = buffer.size();
        long last = buffer.last();
        byte lastPlaces = buffer.lastPlaces();
        long pattern = Swar.repeat(mark);
        long without = 0;
        boolean marked = false;
        boolean whole = false;
        boolean plain = false;
        int row = 0;
        for (int i = first; row < rows; row++, i += stride) {
            int start = starts[i];
            int length = ends[i] - start;
            if (length == 0) {
                without |= 1L << row;
            } else {
                int sign = bytes[start] == '-' ? 1 : 0;
                start += sign;
                int digits = length - sign;
                int before = Math.min(digits, before(bytes, start, pattern));
                int after = digits - before - 1;
                if (digits > MOST_DIGITS + 1 || before < 1 || before > WORD || after > WORD || after == 0
                        || before > 1 && bytes[start] == '0') {
                    break;
                }
                long value = Swar.digits(bytes, start, before);
                if (after > 0) {
                    long fraction = Swar.digits(bytes, start + before + 1, after);
                    value = (value | fraction) < 0 ? -1 : value * Swar.ten(after) + fraction;
                    plain |= after != 3 || before > 3 || bytes[start] == '0';
                }
                if (value < sign) {
                    break;
                }
                marked |= after > 0;
                whole |= after < 0;
                last = sign == 0 ? value : -value;
                lastPlaces = (byte) Math.max(0, after);
            }
            values[at + row] = last;
            places[at + row] = lastPlaces;
        }
        scan.facts().plainComma |= plain && mark == ',';
        scan.facts().marks &= marked && asked ? kind : Kinds.REAL;
        absent = without;
        seen = asked ? Kinds.ANY : (marked ? kind : Kinds.ANY) & (whole ? Kinds.NUMBER : Kinds.ANY);
        return row;
    }

    /** How many bytes stand before the mark; more than 8 when it is not among the first nine. */
    private static int before(byte[] bytes, int at, long pattern) {
        long found = Swar.equal(Swar.word(bytes, at), pattern);
        return found != 0 ? Swar.first(found) : bytes[at + WORD] == (byte) pattern ? WORD : WORD + 1;
    }
}
