package org.orrery.data.internal.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes at a time within one long (Mycroft 1987; Warren, Hacker's Delight, 6-1; Lemire and Muła on parsing eight
 * digits). All arrays go on for {@value #SLACK} bytes behind what is searched.
 */
final class Swar {
    /** How many bytes must be readable behind the end. */
    static final int SLACK = 80;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    /** Times this, the lowest bits of eight bytes stand side by side in the highest byte. */
    private static final long GATHER = 0x0102040810204080L;
    private static final long ZEROS = 0x3030303030303030L;
    private static final long[] TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private Swar() {
    }

    /** The eight bytes from there on, the first one lowest. */
    static long word(byte[] bytes, int at) {
        return (long) WORDS.get(bytes, at);
    }

    /** That byte eight times. */
    static long repeat(byte value) {
        return (value & 0xFF) * ONES;
    }

    /** Non-zero when a byte of the word is that of the pattern; the lowest bit set stands in the first such byte. */
    static long equal(long word, long pattern) {
        long different = word ^ pattern;
        return different - ONES & ~different & HIGHS;
    }

    /** A bit for each of 64 bytes that is that of the pattern, or is below 14, as line feed, carriage return and tab are. */
    static long marks(byte[] bytes, int at, long pattern) {
        long marks = 0;
        for (int i = 0; i < 64; i += 8) {
            long word = word(bytes, at + i);
            long different = word ^ pattern;
            // Exact for every byte, since no carry goes from one to the next: a high bit stays off where the byte is meant.
            long others = ((different & ~HIGHS) + ~HIGHS | different) & ((word & ~HIGHS) + (0x80 - 14) * ONES | word);
            marks |= ((~others & HIGHS) >>> 7) * GATHER >>> 56 << i;
        }
        return marks;
    }

    /** How many bytes of the word are that of the pattern. */
    static int count(long word, long pattern) {
        long different = word ^ pattern;
        long low = (different & ~HIGHS) + ~HIGHS;
        return Long.bitCount(~(low | different | ~HIGHS));
    }

    /** Which byte holds the lowest bit set. */
    static int first(long mask) {
        return Long.numberOfTrailingZeros(mask) >>> 3;
    }

    /** Whether one of so many bytes is a blank or below. */
    static boolean hasBlank(byte[] bytes, int from, int length) {
        long blank = 0;
        for (int left = length, at = from; left > 0; left -= 8, at += 8) {
            long word = word(bytes, at);
            // Exact for every byte: no borrow goes from one to the next.
            long above = (word & ~HIGHS) + (0x80 - '!') * ONES | word;
            blank |= ~above & HIGHS & (left < 8 ? (1L << left * 8) - 1 : -1L);
        }
        return blank != 0;
    }

    /** Where that byte first stands; −1 when not before {@code to}. */
    static int indexOf(byte[] bytes, int from, int to, byte value) {
        long pattern = repeat(value);
        for (int i = from; i < to; i += 8) {
            long found = equal(word(bytes, i), pattern);
            if (found != 0) {
                int at = i + first(found);
                return at < to ? at : -1;
            }
        }
        return -1;
    }

    /** The number written in 1 to 8 digits; −1 when one of them is none. */
    static long digits(byte[] bytes, int at, int count) {
        int unused = (8 - count) * 8;
        long word = word(bytes, at) << unused | ZEROS & ~(-1L << unused);
        if ((word & 0xF0F0F0F0F0F0F0F0L | (word + 0x0606060606060606L & 0xF0F0F0F0F0F0F0F0L) >>> 4) != 0x3333333333333333L) {
            return -1;
        }
        word = (word & 0x0F0F0F0F0F0F0F0FL) * 2561 >>> 8;
        word = (word & 0x00FF00FF00FF00FFL) * 6553601 >>> 16;
        return (word & 0x0000FFFF0000FFFFL) * 42949672960001L >>> 32;
    }

    /** The numbers written in four pairs of digits, 16 bits for each with the first pair lowest; −1 when one is no digit. */
    static long pairs(long word) {
        if ((word & 0xF0F0F0F0F0F0F0F0L | (word + 0x0606060606060606L & 0xF0F0F0F0F0F0F0F0L) >>> 4) != 0x3333333333333333L) {
            return -1;
        }
        return (word & 0x0F0F0F0F0F0F0F0FL) * 2561 >>> 8 & 0x00FF00FF00FF00FFL;
    }

    /** The number written in 1 to 16 digits; −1 when one of them is none. */
    static long longDigits(byte[] bytes, int at, int count) {
        if (count <= 8) {
            return digits(bytes, at, count);
        }
        long high = digits(bytes, at, 8);
        long low = digits(bytes, at + 8, count - 8);
        return (high | low) < 0 ? -1 : high * TENS[count - 8] + low;
    }

    /** Ten to that power, 0 to 8. */
    static long ten(int power) {
        return TENS[power];
    }
}
