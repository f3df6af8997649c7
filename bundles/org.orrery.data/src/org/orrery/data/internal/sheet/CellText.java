package org.orrery.data.internal.sheet;

import java.util.Arrays;

/** The characters of a cell while it is read; used again for the next one. Not thread-safe. */
public final class CellText {
    /** The longest cell, in characters: as for fields of text files. */
    private static final int MOST = 16 * 1024 * 1024;

    private char[] characters = new char[256];
    private int length;

    /** Begins anew. */
    public void clear() {
        length = 0;
    }

    /** Adds characters; false, and nothing added, when the cell would be too long. */
    public boolean append(char[] from, int start, int count) {
        if (count > MOST - length) {
            return false;
        }
        reserve(count);
        System.arraycopy(from, start, characters, length, count);
        length += count;
        return true;
    }

    /** Adds a text; false, and nothing added, when the cell would be too long. */
    public boolean append(String text) {
        if (text.length() > MOST - length) {
            return false;
        }
        reserve(text.length());
        text.getChars(0, text.length(), characters, length);
        length += text.length();
        return true;
    }

    private void reserve(int count) {
        if (length + count > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(length + count, 2 * characters.length));
        }
    }

    /** The characters; those from {@link #length()} on mean nothing. */
    public char[] characters() {
        return characters;
    }

    /** How many characters there are. */
    public int length() {
        return length;
    }

    /** Keeps only so many characters. */
    public void truncate(int count) {
        length = count;
    }

    @Override
    public String toString() {
        return new String(characters, 0, length);
    }
}
