package org.orrery.data.internal.text;

/** Reads whole numbers of up to 16 digits, with a minus sign or none, without leading zeros. */
final class WholeCells extends ColumnCells {
    WholeCells(Column column) {
        super(column);
        this.seen = scan.asked().isEmpty() ? Kinds.NUMBER : Kinds.ANY;
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
                int sign = bytes[start] == '-' ? 1 : 0;
                int digits = length - sign;
                start += sign;
                if (digits < 1 || digits > NumberCell.MOST_DIGITS || bytes[start] == '0' && length > 1) {
                    break;
                }
                long value = Swar.longDigits(bytes, start, digits);
                if (value < 0) {
                    break;
                }
                last = sign == 0 ? value : -value;
            }
            values[at + row] = last;
        }
        absent = without;
        return row;
    }
}
