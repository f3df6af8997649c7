package org.orrery.data.internal.text;

/** Reads whole numbers of up to 16 digits, with a minus sign or none, without leading zeros. */
final class WholeCells extends ColumnCells {
    WholeCells(Column column) {
        super(column);
    }

    @Override
    void cells(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows) {
        ColumnFacts facts = scan.facts();
        boolean asked = scan.asked().isPresent();
        boolean others = hasNumericMarkers() || scan.isBroken();
        int seen = Kinds.ANY;
        for (int row = 0, i = first; row < rows; row++, i += stride) {
            int start = starts[i];
            int length = ends[i] - start;
            if (length == 0) {
                missing();
                continue;
            }
            int sign = bytes[start] == '-' ? 1 : 0;
            int digits = length - sign;
            long value = digits < 1 || digits > NumberCell.MOST_DIGITS ? -1 : Swar.longDigits(bytes, start + sign, digits);
            boolean leading = bytes[start + sign] == '0' && (digits > 1 || sign == 1);
            if (value < 0 || leading || others) {
                other(bytes, start, ends[i], row);
                continue;
            }
            facts.present++;
            seen = Kinds.NUMBER;
            scan.add(sign == 1 ? -value : value);
        }
        if (!asked) {
            scan.restrict(seen);
        }
    }
}
