package org.orrery.data.internal.text;

/** Counts different 64-bit values exactly up to a bound. Not thread-safe. */
final class DistinctLongs {
    private final int bound;
    private long[] slots = new long[64];
    private int size;
    private boolean zero;
    private boolean overflown;

    DistinctLongs(int bound) {
        this.bound = bound;
    }

    void add(long value) {
        if (overflown) {
            return;
        }
        if (value == 0) {
            zero = true;
            return;
        }
        int slot = slot(value);
        while (slots[slot] != 0) {
            if (slots[slot] == value) {
                return;
            }
            slot = slot + 1 & slots.length - 1;
        }
        if (size == bound) {
            overflown = true;
            slots = new long[0];
            return;
        }
        slots[slot] = value;
        if (++size * 2 > slots.length) {
            grow();
        }
    }

    /** How many there were; −1 when more than the bound. */
    long count() {
        return overflown ? -1 : size + (zero ? 1 : 0);
    }

    /** Whether more than the bound were seen, so that further ones need not be added. */
    boolean isOverflown() {
        return overflown;
    }

    /** Adds all values of another one. */
    void addAll(DistinctLongs other) {
        if (other.overflown) {
            overflown = true;
            slots = new long[0];
            return;
        }
        zero |= other.zero;
        for (long value : other.slots) {
            if (value != 0) {
                add(value);
            }
        }
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
