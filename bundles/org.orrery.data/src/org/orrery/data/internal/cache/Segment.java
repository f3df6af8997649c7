package org.orrery.data.internal.cache;

import java.util.Arrays;
import java.util.BitSet;
import org.orrery.data.internal.ByteDictionary;

/**
 * The values of one column of a block as they lie in the file of the cache. Little-endian:
 * <ul>
 * <li>byte 0 the form, 1 the width of a number in bytes (0: all alike), 2 decimal places, 3 whether there is a mask,
 * 4 the rows (int);
 * <li>{@link #WHOLE} and {@link #FRACTION}: byte 8 the lowest value, 16 the highest, 24 a common factor of what a value
 * lies above the lowest; a fraction is divided by ten to the places. A range beyond 63 bits counts from 0 instead;
 * <li>{@link #PLAIN}: byte 12 the length of all texts (int); {@link #CODES}: byte 8 how many different texts (int);
 * <li>from byte {@value #HEADER} on the mask of missing rows in words of 64 bits, then the numbers by row; for plain text
 * lengths and then the UTF-8; for codes the ends of the different texts (int), their UTF-8, and then the codes.
 * </ul>
 * Immutable.
 */
final class Segment {
    static final byte NOTHING = 0;
    static final byte WHOLE = 1;
    static final byte FRACTION = 2;
    static final byte REAL = 3;
    static final byte PLAIN = 4;
    static final byte CODES = 5;
    static final int HEADER = 32;

    private final byte[] bytes;
    private final int mask;
    private final int data;

    /** @param bytes the segment, with {@link ByteDictionary#SLACK} bytes behind it; or only its header */
    Segment(byte[] bytes) {
        this.bytes = bytes;
        this.mask = bytes[3] == 0 ? -1 : HEADER;
        this.data = HEADER + (mask < 0 ? 0 : (rows() + 63 >> 6) * 8);
    }

    byte form() {
        return bytes[0];
    }

    int width() {
        return bytes[1];
    }

    int places() {
        return bytes[2];
    }

    /** Whether the header is one that could have been written: what is read before the checksum of the whole is known. */
    boolean isPlausible() {
        boolean number = form() == WHOLE || form() == FRACTION;
        return form() >= NOTHING && form() <= CODES && places() >= 0 && places() < SegmentEncoder.POWERS.length && (!number || factor() > 0);
    }

    int rows() {
        return (int) SegmentEncoder.INTS.get(bytes, 4);
    }

    long low() {
        return (long) SegmentEncoder.LONGS.get(bytes, 8);
    }

    long high() {
        return (long) SegmentEncoder.LONGS.get(bytes, 16);
    }

    long factor() {
        return (long) SegmentEncoder.LONGS.get(bytes, 24);
    }

    private boolean isMissing(int row) {
        return (bytes[mask + (row >> 3)] & 1 << (row & 7)) != 0;
    }

    /** Sets the bits of missing rows: that of row {@code from} at {@code at}, and so on. */
    void absent(int from, int count, BitSet to, int at) {
        if (form() == NOTHING) {
            to.set(at, at + count);
        } else if (mask >= 0) {
            for (int i = 0; i < count; i++) {
                if (isMissing(from + i)) {
                    to.set(at + i);
                }
            }
        }
    }

    /** The whole numbers, or the unscaled values of fractions, times that. Missing rows give any value of the range. */
    void longs(int from, int count, long times, long[] to, int at) {
        long low = low();
        boolean wide = high() - low < 0;
        long base = wide ? 0 : low;
        long factor = factor();
        for (int i = 0; i < count; i++) {
            to[at + i] = (base + factor * number(data, from + i)) * times;
        }
    }

    private long number(int start, int row) {
        return switch (width()) {
            case 0 -> 0;
            case 1 -> bytes[start + row] & 0xFF;
            case 2 -> (short) SegmentEncoder.SHORTS.get(bytes, start + row * 2) & 0xFFFF;
            case 4 -> (int) SegmentEncoder.INTS.get(bytes, start + row * 4) & 0xFFFFFFFFL;
            default -> (long) SegmentEncoder.LONGS.get(bytes, start + row * 8);
        };
    }

    /** The real numbers of a segment of numbers. */
    void doubles(int from, int count, double[] to, int at) {
        if (form() == REAL) {
            for (int i = 0; i < count; i++) {
                to[at + i] = (double) SegmentEncoder.DOUBLES.get(bytes, data + (from + i) * 8);
            }
            return;
        }
        long[] unscaled = new long[count];
        longs(from, count, 1, unscaled, 0);
        double power = SegmentEncoder.POWERS[places()];
        for (int i = 0; i < count; i++) {
            to[at + i] = unscaled[i] / power;
        }
    }

    /** The codes of the texts in that dictionary, which takes those it has not; −1 for a missing row. */
    void codes(int from, int count, ByteDictionary dictionary, int[] to, int at) {
        if (form() == PLAIN) {
            plain(from, count, dictionary, to, at);
            return;
        }
        int levels = (int) SegmentEncoder.INTS.get(bytes, 8);
        int texts = data + levels * 4;
        int codes = texts + (int) SegmentEncoder.INTS.get(bytes, 12);
        int[] known = new int[levels];
        Arrays.fill(known, -1);
        for (int i = 0; i < count; i++) {
            if (mask >= 0 && isMissing(from + i)) {
                to[at + i] = -1;
                continue;
            }
            int code = (int) number(codes, from + i);
            if (known[code] < 0) {
                int start = code == 0 ? 0 : (int) SegmentEncoder.INTS.get(bytes, data + code * 4 - 4);
                int end = (int) SegmentEncoder.INTS.get(bytes, data + code * 4);
                known[code] = dictionary.add(bytes, texts + start, end - start);
            }
            to[at + i] = known[code];
        }
    }

    private void plain(int from, int count, ByteDictionary dictionary, int[] to, int at) {
        int start = data + width() * rows();
        for (int i = 0; i < from; i++) {
            start += (int) number(data, i);
        }
        for (int i = 0; i < count; i++) {
            int length = (int) number(data, from + i);
            to[at + i] = mask >= 0 && isMissing(from + i) ? -1 : dictionary.add(bytes, start, length);
            start += length;
        }
    }
}
