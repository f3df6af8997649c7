package org.orrery.data.internal.text;

/** Counts different 64-bit values exactly up to a bound. Not thread-safe. */
final class DistinctLongs {
    /** Values near the first one are kept as bits: days, small numbers and truth values then need no search. */
    private static final int NEAR = 1 << 16;
    private static final int FIRST_SLOTS = 16;
    private static final long[] NOTHING = {};

    private final int bound;
    private final int range;
    private long[] near = NOTHING;
    private long base;
    private boolean begun;
    private long[] slots = NOTHING;
    private int size;
    private int far;
    private boolean zero;
    private boolean overflown;

    DistinctLongs(int bound) {
        this.bound = bound;
        // Of many thousands of columns few values are counted each, and the bits would be most of the memory.
        this.range = bound < NEAR >> 6 ? 0 : NEAR;
    }

    void add(long value) {
        if (overflown) {
            return;
        }
        if (!begun) {
            begun = true;
            base = value - NEAR / 2;
            near = new long[range >> 6];
            slots = new long[FIRST_SLOTS];
        }
        long offset = value - base;
        if (offset >= 0 && offset < range) {
            addNear((int) offset);
        } else {
            addFar(value);
        }
    }

    /** Adds the values in those places of the array. */
    void addAll(long[] values, int from, int to) {
        if (!begun && from < to) {
            add(values[from]);
        }
        for (int i = from; i < to && !overflown; i++) {
            if (!isKnown(values[i])) {
                add(values[i]);
            }
        }
    }

    /** Whether the value was seen; may say no where it was. It is most of the work, and small enough to be done without calls. */
    private boolean isKnown(long value) {
        long offset = value - base;
        if (offset >= 0 && offset < range) {
            return (near[(int) offset >> 6] & 1L << offset) != 0;
        }
        return value != 0 && slots[slot(value)] == value;
    }

    private void addNear(int offset) {
        long bit = 1L << offset;
        if ((near[offset >> 6] & bit) == 0) {
            near[offset >> 6] |= bit;
            count();
        }
    }

    private void addFar(long value) {
        if (value == 0) {
            if (!zero) {
                zero = true;
                count();
            }
            return;
        }
        int slot = slot(value);
        while (slots[slot] != 0) {
            if (slots[slot] == value) {
                return;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = value;
        count();
        if (!overflown && ++far * 2 > slots.length) {
            grow();
        }
    }

    private void count() {
        if (++size > bound) {
            overflown = true;
            slots = NOTHING;
        }
    }

    /** How many there were; −1 when more than the bound. */
    long distinct() {
        return overflown ? -1 : size;
    }

    /** Whether more than the bound were seen, so that further ones need not be added. */
    boolean isOverflown() {
        return overflown;
    }

    /** Adds all values of another one of that bound, which is of no more use then: an empty one takes over what that holds. */
    void addAll(DistinctLongs other) {
        if (other.overflown) {
            overflown = true;
            slots = NOTHING;
            return;
        }
        if (!begun) {
            takeOver(other);
            return;
        }
        if (other.zero) {
            add(0);
        }
        for (int i = 0; i < other.near.length << 6; i++) {
            if ((other.near[i >> 6] & 1L << i) != 0) {
                add(other.base + i);
            }
        }
        for (long value : other.slots) {
            if (value != 0) {
                add(value);
            }
        }
    }

    private void takeOver(DistinctLongs other) {
        begun = other.begun;
        base = other.base;
        near = other.near;
        slots = other.slots;
        size = other.size;
        far = other.far;
        zero = other.zero;
    }

    private int slot(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & slots.length - 1;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long value : old) {
            if (value != 0) {
                int slot = slot(value);
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = value;
            }
        }
    }
}
