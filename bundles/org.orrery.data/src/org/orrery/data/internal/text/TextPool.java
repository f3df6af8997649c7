package org.orrery.data.internal.text;

/**
 * The different texts of a column, up to a bound: gives one String for equal characters, so that a column of few levels
 * costs few objects. Not thread-safe.
 */
final class TextPool {
    private final int bound;
    private String[] slots = new String[64];
    private int size;
    private boolean overflown;

    TextPool(int bound) {
        this.bound = bound;
    }

    /** The text of these characters. */
    String get(char[] buffer, int from, int length) {
        int slot = hash(buffer, from, length) & slots.length - 1;
        while (slots[slot] != null) {
            if (same(slots[slot], buffer, from, length)) {
                return slots[slot];
            }
            slot = slot + 1 & slots.length - 1;
        }
        String text = new String(buffer, from, length);
        if (size == bound) {
            overflown = true;
            return text;
        }
        slots[slot] = text;
        if (++size * 2 > slots.length) {
            grow();
        }
        return text;
    }

    /** How many different texts there were; −1 when more than the bound. */
    long distinct() {
        return overflown ? -1 : size;
    }

    private void grow() {
        String[] old = slots;
        slots = new String[old.length * 2];
        for (String text : old) {
            if (text != null) {
                char[] chars = text.toCharArray();
                int slot = hash(chars, 0, chars.length) & slots.length - 1;
                while (slots[slot] != null) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = text;
            }
        }
    }

    private static int hash(char[] buffer, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + buffer[i];
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    private static boolean same(String text, char[] buffer, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }
}
