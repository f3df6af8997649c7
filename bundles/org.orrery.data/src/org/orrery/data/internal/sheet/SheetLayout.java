package org.orrery.data.internal.sheet;

import java.util.BitSet;

/**
 * Where the table of a sheet stands and how its days are written.
 *
 * @param first the first column with a filled cell, from 0
 * @param end the column behind the last one with a filled cell
 * @param stamped the columns whose days are written with a time, because some of their cells have one
 */
record SheetLayout(int first, int end, BitSet stamped) {
    /** Nothing known. */
    static final SheetLayout UNKNOWN = new SheetLayout(Integer.MAX_VALUE, 0, new BitSet());

    boolean isEmpty() {
        return end == 0;
    }

    /** Whether reading by this layout was right for cells that ask for that one. */
    boolean covers(SheetLayout other) {
        BitSet more = (BitSet) other.stamped.clone();
        more.andNot(stamped);
        return first <= other.first && end >= other.end && more.isEmpty();
    }

    /** The layout that is right for both. */
    SheetLayout with(SheetLayout other) {
        BitSet both = (BitSet) stamped.clone();
        both.or(other.stamped);
        return new SheetLayout(Math.min(first, other.first), Math.max(end, other.end), both);
    }
}
