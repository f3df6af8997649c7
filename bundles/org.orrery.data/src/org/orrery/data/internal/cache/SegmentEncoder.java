package org.orrery.data.internal.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.orrery.data.ColumnType;
import org.orrery.data.internal.ByteDictionary;
import org.orrery.data.internal.ColumnBuffer;
import org.orrery.data.internal.TextBuffer;

/**
 * Packs the values of one column of a block into the fewest whole bytes that lose nothing; {@link Segment} is the way back
 * and says what the bytes mean. Not thread-safe.
 */
final class SegmentEncoder {
    static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle DOUBLES = MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
    static final double[] POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
            1e18, 1e19, 1e20, 1e21, 1e22};
    static final long EXACT = 1L << 53;

    private byte[] out = new byte[1 << 16];
    private long[] scaled = {};
    private int length;

    /** Begins anew. */
    void clear() {
        length = 0;
    }

    /** What was packed since the last {@link #clear}; the array may be longer. */
    byte[] bytes() {
        return out;
    }

    /** How many bytes were packed. */
    int length() {
        return length;
    }

    /** Adds the values of a column; its bytes are those that {@link #length} has grown by. */
    void add(ColumnBuffer column) {
        if (column.missing() == column.size()) {
            header(Segment.NOTHING, 0, 0, column);
        } else if (column.type().isText()) {
            texts(column);
        } else if (column.type() == ColumnType.REAL) {
            reals(column);
        } else {
            integers(Segment.WHOLE, column.values(), 0, column, factor(column));
        }
    }

    private int header(byte form, int width, int places, ColumnBuffer column) {
        int start = length;
        boolean mask = form != Segment.NOTHING && column.missing() > 0;
        int words = column.size() + 63 >> 6;
        reserve(Segment.HEADER + words * 8L);
        Arrays.fill(out, start, start + Segment.HEADER, (byte) 0);
        out[start] = form;
        out[start + 1] = (byte) width;
        out[start + 2] = (byte) places;
        out[start + 3] = (byte) (mask ? 1 : 0);
        INTS.set(out, start + 4, column.size());
        length += Segment.HEADER;
        if (mask) {
            long[] absent = column.absent();
            for (int i = 0; i < words; i++) {
                LONGS.set(out, length + i * 8, i < absent.length ? absent[i] : 0L);
            }
            length += words * 8;
        }
        return start;
    }

    private void reserve(long bytes) {
        if (length + bytes > out.length) {
            out = Arrays.copyOf(out, Math.toIntExact(Math.max(length + bytes, Math.min(Integer.MAX_VALUE - 16L, out.length * 2L))));
        }
    }

    /** Instants and lengths of time are often whole seconds or milliseconds. */
    private static long factor(ColumnBuffer column) {
        if (column.type() != ColumnType.TIMESTAMP && column.type() != ColumnType.DURATION) {
            return 1;
        }
        long[] values = column.values();
        long factor = 1_000_000;
        for (int i = 0; i < column.size() && factor > 1; i++) {
            if (values[i] % factor != 0) {
                factor = factor == 1_000_000 && values[i] % 1_000 == 0 ? 1_000 : 1;
            }
        }
        return factor;
    }

    private void integers(byte form, long[] values, int places, ColumnBuffer column, long factor) {
        int rows = column.size();
        fillLeading(values, column);
        long low = values[0];
        long high = values[0];
        for (int i = 1; i < rows; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        // A range beyond 63 bits is kept as it is.
        boolean wide = high - low < 0;
        long base = wide ? 0 : low;
        int width = wide ? 8 : width((high - low) / factor);
        int start = header(form, width, places, column);
        LONGS.set(out, start + 8, low);
        LONGS.set(out, start + 16, high);
        LONGS.set(out, start + 24, factor);
        reserve((long) width * rows);
        pack(values, rows, base, factor, width);
    }

    /** Gives missing values before the first one the value of that one, as later ones have that before them. */
    private static void fillLeading(long[] values, ColumnBuffer column) {
        int first = 0;
        while (column.isMissing(first)) {
            first++;
        }
        Arrays.fill(values, 0, first, values[first]);
    }

    private static int width(long range) {
        if (range == 0) {
            return 0;
        }
        return range < 1 << 8 ? 1 : range < 1 << 16 ? 2 : range < 1L << 32 ? 4 : 8;
    }

    private void pack(long[] values, int rows, long base, long factor, int width) {
        int at = length;
        if (factor > 1 && width > 0) {
            for (int i = 0; i < rows; i++) {
                number(at + i * width, (values[i] - base) / factor, width);
            }
        } else if (width == 1) {
            for (int i = 0; i < rows; i++) {
                out[at + i] = (byte) (values[i] - base);
            }
        } else if (width == 2) {
            for (int i = 0; i < rows; i++) {
                SHORTS.set(out, at + i * 2, (short) (values[i] - base));
            }
        } else if (width == 4) {
            for (int i = 0; i < rows; i++) {
                INTS.set(out, at + i * 4, (int) (values[i] - base));
            }
        } else if (width == 8) {
            for (int i = 0; i < rows; i++) {
                LONGS.set(out, at + i * 8, values[i] - base);
            }
        }
        length += width * rows;
    }

    private void number(int at, long value, int width) {
        switch (width) {
            case 1 -> out[at] = (byte) value;
            case 2 -> SHORTS.set(out, at, (short) value);
            case 4 -> INTS.set(out, at, (int) value);
            default -> LONGS.set(out, at, value);
        }
    }

    /** Decimal fractions as whole numbers over one power of ten, when all of a block are; else the bits. */
    private void reals(ColumnBuffer column) {
        int rows = column.size();
        long[] values = column.values();
        byte[] places = column.places();
        int most = 0;
        boolean bits = false;
        boolean even = true;
        for (int i = 0; i < rows; i++) {
            bits |= places[i] < 0;
            even &= places[i] == places[0];
            most = Math.max(most, places[i]);
        }
        if (!bits && (even && column.missing() == 0 || scale(values, places, rows, most))) {
            integers(Segment.FRACTION, even && column.missing() == 0 ? values : scaled, most, column, 1);
            return;
        }
        header(Segment.REAL, 8, 0, column);
        reserve(8L * rows);
        for (int i = 0; i < rows; i++) {
            double value = places[i] < 0 ? Double.longBitsToDouble(values[i]) : values[i] / POWERS[places[i]];
            DOUBLES.set(out, length + i * 8, value);
        }
        length += rows * 8;
    }

    private boolean scale(long[] values, byte[] places, int rows, int most) {
        if (scaled.length < rows) {
            scaled = new long[Math.max(rows, scaled.length * 2)];
        }
        long beyond = 0;
        for (int i = 0; i < rows; i++) {
            double value = values[i] * POWERS[most - places[i]];
            // The product of two doubles is exact while it stays below 2^53.
            beyond |= Math.abs(value) < EXACT ? 0 : 1;
            scaled[i] = (long) value;
        }
        return beyond == 0;
    }

    private void texts(ColumnBuffer column) {
        TextBuffer texts = column.texts();
        int rows = column.size();
        int[] numbers = texts.numbers();
        if (texts.isPlain()) {
            int longest = 0;
            int before = 0;
            for (int i = 0; i < rows; i++) {
                longest = Math.max(longest, numbers[i] - before);
                before = numbers[i];
            }
            int width = Math.min(4, width(longest));
            int start = header(Segment.PLAIN, width, 0, column);
            INTS.set(out, start + 12, texts.length());
            reserve((long) width * rows + texts.length());
            before = 0;
            for (int i = 0; i < rows && width > 0; i++) {
                number(length + i * width, numbers[i] - before, width);
                before = numbers[i];
            }
            length += width * rows;
            bytes(texts.text(), texts.length());
            return;
        }
        ByteDictionary dictionary = texts.dictionary();
        int width = Math.min(4, width(dictionary.size() - 1L));
        int start = header(Segment.CODES, width, 0, column);
        INTS.set(out, start + 8, dictionary.size());
        INTS.set(out, start + 12, dictionary.textLength());
        reserve(dictionary.size() * 4L + dictionary.textLength() + (long) width * rows);
        int[] ends = dictionary.ends();
        for (int i = 0; i < dictionary.size(); i++) {
            INTS.set(out, length + i * 4, ends[i]);
        }
        length += dictionary.size() * 4;
        bytes(dictionary.text(), dictionary.textLength());
        for (int i = 0; i < rows && width > 0; i++) {
            number(length + i * width, Math.max(0, numbers[i]), width);
        }
        length += width * rows;
    }

    private void bytes(byte[] text, int count) {
        System.arraycopy(text, 0, out, length, count);
        length += count;
    }
}
