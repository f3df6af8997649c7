package org.orrery.data.internal.text;

import org.orrery.data.internal.ByteDictionary;

/** Counts different texts exactly up to a bound. Not thread-safe. */
final class DistinctTexts {
    private static final int SHORT = 7;

    private final int bound;
    private final DistinctLongs shorts;
    /** Null until a text is longer than a number. */
    private ByteDictionary texts;
    private boolean overflown;

    DistinctTexts(int bound) {
        this.bound = bound;
        this.shorts = new DistinctLongs(bound);
    }

    /** Adds a text in UTF-8; the bytes go on for {@link ByteDictionary#SLACK} behind it. */
    void add(byte[] bytes, int from, int length) {
        if (overflown) {
            return;
        }
        if (length <= SHORT) {
            shorts.add(key(bytes, from, length));
        } else {
            texts = texts == null ? new ByteDictionary() : texts;
            texts.add(bytes, from, length);
        }
        check();
    }

    /**
     * Adds as many texts as {@link #add} does one; those of length 0 are none.
     *
     * @param keys room for as many words
     */
    void addAll(byte[] bytes, int[] from, int[] lengths, int rows, long[] keys) {
        if (overflown) {
            return;
        }
        int keyed = 0;
        for (int i = 0; i < rows; i++) {
            int length = lengths[i];
            if (length > SHORT) {
                texts = texts == null ? new ByteDictionary() : texts;
                texts.add(bytes, from[i], length);
            } else if (length > 0) {
                keys[keyed++] = key(bytes, from[i], length);
            }
        }
        shorts.addAll(keys, 0, keyed);
        check();
    }

    /** A text of up to seven bytes is, with its length, a number. */
    private static long key(byte[] bytes, int from, int length) {
        return Swar.word(bytes, from) & (1L << length * 8) - 1 | (long) length << 56;
    }

    private void check() {
        if (shorts.isOverflown() || shorts.distinct() + longs() > bound) {
            overflown = true;
            texts = null;
        }
    }

    private int longs() {
        return texts == null ? 0 : texts.size();
    }

    /** Whether more than the bound were seen, so that further ones need not be added. */
    boolean isOverflown() {
        return overflown;
    }

    /** Adds all texts of a dictionary. */
    void addAll(ByteDictionary other) {
        int start = 0;
        for (int i = 0; i < other.size() && !overflown; i++) {
            add(other.text(), start, other.ends()[i] - start);
            start = other.ends()[i];
        }
    }

    /** Adds all texts of another one, which is of no more use then: an empty one takes over what that holds. */
    void addAll(DistinctTexts other) {
        overflown |= other.overflown;
        shorts.addAll(other.shorts);
        check();
        if (texts == null && !overflown) {
            texts = other.texts;
            check();
        } else if (other.texts != null) {
            addAll(other.texts);
        }
    }

    /** How many there were; −1 when more than the bound. */
    long count() {
        return overflown ? -1 : shorts.distinct() + longs();
    }
}
