package org.orrery.data.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Different texts as bytes, numbered from 0 in the order of their first appearance. Compares and copies eight bytes at a
 * time: the arrays it reads from must go on for at least {@value #SLACK} bytes behind the text. Not thread-safe.
 */
public final class ByteDictionary {
    /** How many bytes must be readable behind a text. */
    public static final int SLACK = 8;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int FIRST_SLOTS = 8;
    /** Stands for slots until there is a text: never written to. */
    private static final int[] NO_SLOTS = new int[1];

    private byte[] text = {};
    private int[] ends = {};
    private int[] hashes = {};
    private int[] slots = NO_SLOTS;
    private int size;

    /**
     * The number of that text, which is added when it is new.
     *
     * @throws TextOverflow when the different texts are longer together than an array can be
     */
    public int add(byte[] source, int from, int length) {
        int hash = hash(source, from, length);
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0) {
            int code = slots[slot] - 1;
            if (hashes[code] == hash && equal(code, source, from, length)) {
                return code;
            }
            slot = slot + 1 & slots.length - 1;
        }
        append(source, from, length, hash);
        if (size * 2 > slots.length) {
            grow();
        } else {
            slots[slot] = size;
        }
        return size - 1;
    }

    /** Adds texts, and puts their numbers, −1 for one of length 0, into {@code codes} from {@code at} on. */
    void addAll(byte[] source, int[] from, int[] lengths, int count, int[] codes, int at) {
        for (int i = 0; i < count; i++) {
            int length = lengths[i];
            codes[at + i] = length == 0 ? -1 : length <= SLACK ? addShort(source, from[i], length) : add(source, from[i], length);
        }
    }

    /** As {@link #add} for a text of 1 to 8 bytes: one word, so that nothing needs a loop. */
    private int addShort(byte[] source, int from, int length) {
        long mask = -1L >>> 64 - length * 8;
        long word = (long) WORDS.get(source, from) & mask;
        int hash = mixed(length * MIX, word);
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0) {
            int code = slots[slot] - 1;
            if (hashes[code] == hash) {
                int start = code == 0 ? 0 : ends[code - 1];
                if (ends[code] - start == length && ((long) WORDS.get(text, start) & mask) == word) {
                    return code;
                }
            }
            slot = slot + 1 & slots.length - 1;
        }
        return add(source, from, length);
    }

    /** The hash of a text of at most eight bytes; of a longer one that of its last word. */
    private static int mixed(long before, long word) {
        long hash = (before ^ word) * MIX;
        hash ^= hash >>> 32;
        return (int) (hash ^ hash >>> 29);
    }

    private void append(byte[] source, int from, int length, int hash) {
        int start = size == 0 ? 0 : ends[size - 1];
        if ((long) start + length + SLACK > text.length) {
            text = Arrays.copyOf(text, capacity((long) start + length + SLACK, text.length));
        }
        copy(source, from, text, start, length);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, Math.max(FIRST_SLOTS / 2, size * 2));
            hashes = Arrays.copyOf(hashes, ends.length);
        }
        ends[size] = start + length;
        hashes[size++] = hash;
    }

    static int capacity(long wanted, int now) {
        if (wanted > Integer.MAX_VALUE - 16) {
            throw new TextOverflow();
        }
        return (int) Math.min(Integer.MAX_VALUE - 16, Math.max(wanted, now * 2L));
    }

    /** Copies words, so up to seven bytes behind the text are overwritten in the target. */
    static void copy(byte[] source, int from, byte[] target, int to, int length) {
        for (int i = 0; i < length; i += 8) {
            WORDS.set(target, to + i, (long) WORDS.get(source, from + i));
        }
    }

    private static int hash(byte[] source, int from, int length) {
        long hash = length * MIX;
        int at = from;
        int left = length;
        for (; left >= 8; left -= 8, at += 8) {
            hash = (hash ^ (long) WORDS.get(source, at)) * MIX;
            hash ^= hash >>> 32;
        }
        if (left > 0) {
            hash = (hash ^ (long) WORDS.get(source, at) & (1L << left * 8) - 1) * MIX;
            hash ^= hash >>> 32;
        }
        return (int) (hash ^ hash >>> 29);
    }

    private boolean equal(int code, byte[] source, int from, int length) {
        int start = code == 0 ? 0 : ends[code - 1];
        if (ends[code] - start != length) {
            return false;
        }
        int i = 0;
        for (; length - i >= 8; i += 8) {
            if ((long) WORDS.get(source, from + i) != (long) WORDS.get(text, start + i)) {
                return false;
            }
        }
        long rest = (long) WORDS.get(source, from + i) ^ (long) WORDS.get(text, start + i);
        return length == i || (rest & (1L << (length - i) * 8) - 1) == 0;
    }

    private void grow() {
        slots = new int[Math.max(FIRST_SLOTS, slots.length * 2)];
        for (int code = 0; code < size; code++) {
            int slot = hashes[code] & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = code + 1;
        }
    }

    /** How many different texts there are. */
    public int size() {
        return size;
    }

    /** How many bytes they have together. */
    public int textLength() {
        return size == 0 ? 0 : ends[size - 1];
    }

    /** The bytes of all texts, one behind the other; the array may be longer. Not to be changed. */
    public byte[] text() {
        return text;
    }

    /** Where in {@link #text} each text ends; the array may be longer. Not to be changed. */
    public int[] ends() {
        return ends;
    }

    /** Forgets all texts. */
    public void clear() {
        if (size > 0) {
            size = 0;
            Arrays.fill(slots, 0);
        }
    }

    /** Says that texts are too long together to be held in memory. */
    public static final class TextOverflow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TextOverflow() {
            super("More than 2 GiB of different texts in one column");
        }
    }
}
