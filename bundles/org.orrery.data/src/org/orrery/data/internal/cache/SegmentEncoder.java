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
    private int[] lengths = {};
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
        if (Packing.isMultiple(values, column.size(), 1_000_000)) {
            return 1_000_000;
        }
        return Packing.isMultiple(values, column.size(), 1_000) ? 1_000 : 1;
    }

    private void integers(byte form, long[] values, int places, ColumnBuffer column, long factor) {
        int rows = column.size();
        fillLeading(values, column);
        long low = Packing.lowest(values, rows);
        long high = Packing.highest(values, rows);
        // A range beyond 63 bits is kept as it is.
        boolean wide = high - low < 0;
        long base = wide ? 0 : low;
        int width = wide ? 8 : width((high - low) / factor);
        int start = header(form, width, places, column);
        LONGS.set(out, start + 8, low);
        LONGS.set(out, start + 16, high);
        LONGS.set(out, start + 24, factor);
        reserve((long) width * rows);
        Packing.longs(values, rows, base, factor, width, out, length);
        length += width * rows;
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

    /** Decimal fractions as whole numbers over one power of ten, when all of a block are; else the bits. */
    private void reals(ColumnBuffer column) {
        int rows = column.size();
        long[] values = column.values();
        byte[] places = column.places();
        int most = Packing.highest(places, rows);
        int fewest = Packing.lowest(places, rows);
        // Where a value is missing stands one that is there, but for those before the first, which have no decimals.
        boolean even = fewest == most && column.missing() == 0;
        if (fewest >= 0 && (even || scale(values, places, rows, most))) {
            integers(Segment.FRACTION, even ? values : scaled, most, column, 1);
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
        return Packing.scale(values, places, rows, most, scaled);
    }

    private void texts(ColumnBuffer column) {
        TextBuffer texts = column.texts();
        int rows = column.size();
        int[] numbers = texts.numbers();
        if (texts.isPlain()) {
            if (lengths.length < rows) {
                lengths = new int[Math.max(rows, lengths.length * 2)];
            }
            int width = Math.min(4, width(Packing.differences(numbers, rows, lengths)));
            int start = header(Segment.PLAIN, width, 0, column);
            INTS.set(out, start + 12, texts.length());
            reserve((long) width * rows + texts.length());
            Packing.ints(lengths, rows, width, out, length);
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
        Packing.ints(dictionary.ends(), dictionary.size(), 4, out, length);
        length += dictionary.size() * 4;
        bytes(dictionary.text(), dictionary.textLength());
        Packing.ints(numbers, rows, width, out, length);
        length += width * rows;
    }

    private void bytes(byte[] text, int count) {
        System.arraycopy(text, 0, out, length, count);
        length += count;
    }
}
