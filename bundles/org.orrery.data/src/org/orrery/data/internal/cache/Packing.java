package org.orrery.data.internal.cache;

import java.lang.invoke.VarHandle;

/**
 * The loops that pack numbers, each a method of its own that is called for {@value #STEP} numbers at a time: so it is compiled
 * early and once, while a long loop would be compiled in its midst, and again at its next start.
 */
final class Packing {
    private static final VarHandle SHORTS = SegmentEncoder.SHORTS;
    private static final VarHandle INTS = SegmentEncoder.INTS;
    private static final VarHandle LONGS = SegmentEncoder.LONGS;

    private static final int STEP = 64;
    private static final long EXACT = SegmentEncoder.EXACT;
    private static final long[] TENS = new long[SegmentEncoder.POWERS.length];
    /** By power of ten the largest number that times it stays below 2<sup>53</sup>. */
    private static final long[] LIMITS = new long[TENS.length];

    static {
        for (int i = 0; i < TENS.length; i++) {
            boolean fits = SegmentEncoder.POWERS[i] < EXACT;
            TENS[i] = fits ? (long) SegmentEncoder.POWERS[i] : 0;
            LIMITS[i] = fits ? (EXACT - 1) / TENS[i] : 0;
        }
    }

    private Packing() {
    }

    /** The lowest of so many values, at least one. */
    static long lowest(long[] values, int count) {
        long low = values[0];
        for (int i = 0; i < count; i += STEP) {
            low = Math.min(low, lowest(values, i, Math.min(count, i + STEP)));
        }
        return low;
    }

    private static long lowest(long[] values, int from, int to) {
        long low = values[from];
        for (int i = from + 1; i < to; i++) {
            low = Math.min(low, values[i]);
        }
        return low;
    }

    /** The highest of so many values, at least one. */
    static long highest(long[] values, int count) {
        long high = values[0];
        for (int i = 0; i < count; i += STEP) {
            high = Math.max(high, highest(values, i, Math.min(count, i + STEP)));
        }
        return high;
    }

    private static long highest(long[] values, int from, int to) {
        long high = values[from];
        for (int i = from + 1; i < to; i++) {
            high = Math.max(high, values[i]);
        }
        return high;
    }

    /** The lowest of so many small numbers, at least one. */
    static int lowest(byte[] values, int count) {
        int low = values[0];
        for (int i = 0; i < count; i += STEP) {
            low = Math.min(low, lowest(values, i, Math.min(count, i + STEP)));
        }
        return low;
    }

    private static int lowest(byte[] values, int from, int to) {
        int low = values[from];
        for (int i = from + 1; i < to; i++) {
            low = Math.min(low, values[i]);
        }
        return low;
    }

    /** The highest of so many small numbers, at least one. */
    static int highest(byte[] values, int count) {
        int high = values[0];
        for (int i = 0; i < count; i += STEP) {
            high = Math.max(high, highest(values, i, Math.min(count, i + STEP)));
        }
        return high;
    }

    private static int highest(byte[] values, int from, int to) {
        int high = values[from];
        for (int i = from + 1; i < to; i++) {
            high = Math.max(high, values[i]);
        }
        return high;
    }

    /** Whether all values are whole multiples of that factor. */
    static boolean isMultiple(long[] values, int count, long factor) {
        for (int i = 0; i < count; i += STEP) {
            if (!isMultiple(values, i, Math.min(count, i + STEP), factor)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMultiple(long[] values, int from, int to, long factor) {
        long rest = 0;
        for (int i = from; i < to; i++) {
            rest |= values[i] % factor;
        }
        return rest == 0;
    }

    /** Puts values over powers of ten over one, that of {@code most}; false when one would not stay below 2<sup>53</sup>. */
    static boolean scale(long[] values, byte[] places, int count, int most, long[] scaled) {
        for (int i = 0; i < count; i += STEP) {
            if (!scale(values, places, i, Math.min(count, i + STEP), most, scaled)) {
                return false;
            }
        }
        return true;
    }

    private static boolean scale(long[] values, byte[] places, int from, int to, int most, long[] scaled) {
        long beyond = 0;
        for (int i = from; i < to; i++) {
            int power = most - places[i];
            scaled[i] = values[i] * TENS[power];
            beyond |= LIMITS[power] - Math.abs(values[i]);
        }
        return beyond >= 0;
    }

    /** The distances from one number to the next, the first from 0; the largest of them is returned. */
    static int differences(int[] numbers, int count, int[] lengths) {
        int most = 0;
        for (int i = 0; i < count; i += STEP) {
            most = Math.max(most, differences(numbers, i == 0 ? 0 : numbers[i - 1], i, Math.min(count, i + STEP), lengths));
        }
        return most;
    }

    private static int differences(int[] numbers, int first, int from, int to, int[] lengths) {
        int most = 0;
        int before = first;
        for (int i = from; i < to; i++) {
            int now = numbers[i];
            lengths[i] = now - before;
            most = Math.max(most, now - before);
            before = now;
        }
        return most;
    }

    /** Puts numbers into 0, 1, 2 or 4 bytes each; −1 as 0. */
    static void ints(int[] numbers, int count, int width, byte[] out, int at) {
        for (int i = 0; i < count && width > 0; i += STEP) {
            int to = Math.min(count, i + STEP);
            switch (width) {
                case 1 -> bytes(numbers, i, to, out, at);
                case 2 -> shorts(numbers, i, to, out, at);
                default -> words(numbers, i, to, out, at);
            }
        }
    }

    private static void bytes(int[] numbers, int from, int to, byte[] out, int at) {
        for (int i = from; i < to; i++) {
            out[at + i] = (byte) Math.max(0, numbers[i]);
        }
    }

    private static void shorts(int[] numbers, int from, int to, byte[] out, int at) {
        for (int i = from; i < to; i++) {
            SHORTS.set(out, at + i * 2, (short) Math.max(0, numbers[i]));
        }
    }

    private static void words(int[] numbers, int from, int to, byte[] out, int at) {
        for (int i = from; i < to; i++) {
            INTS.set(out, at + i * 4, Math.max(0, numbers[i]));
        }
    }

    /** Puts the distance of each value from the base, over the factor, into 0, 1, 2, 4 or 8 bytes. */
    static void longs(long[] values, int count, long base, long factor, int width, byte[] out, int at) {
        for (int i = 0; i < count && width > 0; i += STEP) {
            int to = Math.min(count, i + STEP);
            if (factor > 1) {
                multiples(values, i, to, base, factor, width, out, at);
            } else {
                switch (width) {
                    case 1 -> bytes(values, i, to, base, out, at);
                    case 2 -> shorts(values, i, to, base, out, at);
                    case 4 -> ints(values, i, to, base, out, at);
                    default -> longs(values, i, to, base, out, at);
                }
            }
        }
    }

    private static void multiples(long[] values, int from, int to, long base, long factor, int width, byte[] out, int at) {
        for (int i = from; i < to; i++) {
            long value = (values[i] - base) / factor;
            switch (width) {
                case 1 -> out[at + i] = (byte) value;
                case 2 -> SHORTS.set(out, at + i * 2, (short) value);
                case 4 -> INTS.set(out, at + i * 4, (int) value);
                default -> LONGS.set(out, at + i * 8, value);
            }
        }
    }

    private static void bytes(long[] values, int from, int to, long base, byte[] out, int at) {
        for (int i = from; i < to; i++) {
            out[at + i] = (byte) (values[i] - base);
        }
    }

    private static void shorts(long[] values, int from, int to, long base, byte[] out, int at) {
        for (int i = from; i < to; i++) {
            SHORTS.set(out, at + i * 2, (short) (values[i] - base));
        }
    }

    private static void ints(long[] values, int from, int to, long base, byte[] out, int at) {
        for (int i = from; i < to; i++) {
            INTS.set(out, at + i * 4, (int) (values[i] - base));
        }
    }

    private static void longs(long[] values, int from, int to, long base, byte[] out, int at) {
        for (int i = from; i < to; i++) {
            LONGS.set(out, at + i * 8, values[i] - base);
        }
    }
}
