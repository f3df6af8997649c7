package org.orrery.data.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.orrery.data.ColumnType;

/** The values of one column for a block of rows on their way into the cache. Filled again and again; not thread-safe. */
public final class ColumnBuffer {
    /** Marks a real number that is held by its bits instead of as a decimal fraction. */
    public static final byte BITS = -1;

    private static final int FIRST_ROWS = 16;

    private final ColumnType type;
    private final TextBuffer texts;
    private final boolean real;
    private long[] values;
    private byte[] places;
    private long[] absent = {};
    private int missing;
    private int size;
    private long last;
    private byte lastPlaces;

    /** A buffer that begins with room for so many rows. */
    public ColumnBuffer(ColumnType type, int capacity) {
        this.type = type;
        this.texts = type.isText() ? new TextBuffer() : null;
        this.values = new long[texts == null ? capacity : 0];
        this.real = type == ColumnType.REAL;
        this.places = new byte[real ? values.length : 0];
    }

    /** What the values mean. */
    public ColumnType type() {
        return type;
    }

    /** How many rows are held. */
    public int size() {
        return size;
    }

    /** How many of them have no value. */
    public int missing() {
        return missing;
    }

    /** Adds a row without a value. */
    public void addMissing() {
        int word = size >> 6;
        if (word >= absent.length) {
            absent = Arrays.copyOf(absent, Math.max(word + 1, absent.length * 2));
        }
        absent[word] |= 1L << size;
        missing++;
        if (texts != null) {
            texts.addNothing();
            size++;
        } else {
            // The value before stands in, so that it widens neither the range nor the number of decimals.
            store(last, lastPlaces);
        }
    }

    /** Adds a whole number, a day, an instant, a length of time, a truth value or an unscaled decimal. */
    public void add(long value) {
        last = value;
        if (size == values.length) {
            grow(Math.max(FIRST_ROWS, size * 2));
        }
        values[size++] = value;
    }

    /** Adds a real number. */
    public void add(double value) {
        last = Double.doubleToRawLongBits(value);
        lastPlaces = BITS;
        store(last, BITS);
    }

    /**
     * Adds the real number {@code unscaled / 10^decimals}.
     *
     * @param unscaled less than 2<sup>53</sup> in size, so that the division rounds once
     * @param decimals from 0 to 22
     */
    public void addScaled(long unscaled, int decimals) {
        last = unscaled;
        lastPlaces = (byte) decimals;
        store(unscaled, lastPlaces);
    }

    /** Makes room for so many more rows; values written behind {@link #size} count once they are {@link #took taken}. */
    public long[] values(int more) {
        if (texts == null && size + more > values.length) {
            grow(Math.max(size + more, size * 2));
        }
        return values;
    }

    /** The value of the last row that has one: what stands in for a missing one behind it. */
    public long last() {
        return last;
    }

    /** The decimals of {@link #last}. */
    public byte lastPlaces() {
        return lastPlaces;
    }

    /**
     * Takes rows whose values, and for a real column decimals, were written behind {@link #size}.
     *
     * @param rows from 1 to 64
     * @param without a bit for each row without a value, the first one lowest; where it is set stands the value before
     */
    public void took(int rows, long without) {
        mark(without);
        size += rows;
        last = values[size - 1];
        lastPlaces = real ? places[size - 1] : 0;
    }

    /**
     * Adds up to 64 texts in UTF-8 out of a source that goes on for at least {@link ByteDictionary#SLACK} bytes behind them.
     *
     * @param without a bit for each row without a text, the first one lowest; its length is 0
     */
    public void addTexts(byte[] source, int[] from, int[] lengths, int rows, long without) {
        mark(without);
        texts.addAll(source, from, lengths, rows);
        size += rows;
    }

    private void mark(long without) {
        if (without == 0) {
            return;
        }
        int word = size >> 6;
        if (word + 1 >= absent.length) {
            absent = Arrays.copyOf(absent, Math.max(word + 2, absent.length * 2));
        }
        absent[word] |= without << size;
        // Shifted in two steps, since a shift by 64 would be one by 0.
        absent[word + 1] |= without >>> 1 >>> 63 - (size & 63);
        missing += Long.bitCount(without);
    }

    private void store(long value, byte decimals) {
        if (size == values.length) {
            grow(Math.max(FIRST_ROWS, size * 2));
        }
        values[size] = value;
        if (real) {
            places[size] = decimals;
        }
        size++;
    }

    private void grow(int capacity) {
        values = Arrays.copyOf(values, capacity);
        if (real) {
            places = Arrays.copyOf(places, capacity);
        }
    }

    /** Adds a text. */
    public void add(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        addText(Arrays.copyOf(bytes, bytes.length + ByteDictionary.SLACK), 0, bytes.length);
    }

    /** Adds a text in UTF-8; the source goes on for at least {@link ByteDictionary#SLACK} bytes behind it. */
    public void addText(byte[] source, int from, int length) {
        texts.add(source, from, length);
        size++;
    }

    /** Whether that row has no value. */
    public boolean isMissing(int row) {
        int word = row >> 6;
        return word < absent.length && (absent[word] & 1L << row) != 0;
    }

    /** Bits of the rows without a value, 64 to a word; rows behind the array have one. */
    public long[] absent() {
        return absent;
    }

    /** By row what was added: the number, the bits of a real number or its unscaled value; the array may be longer. */
    public long[] values() {
        return values;
    }

    /** By row of a real column the decimals, or {@link #BITS}; the array is as long as that of the values. */
    public byte[] places() {
        return places;
    }

    /** The texts of a text column. */
    public TextBuffer texts() {
        return texts;
    }

    /** Forgets all rows. */
    public void clear() {
        Arrays.fill(absent, 0);
        missing = 0;
        size = 0;
        last = 0;
        lastPlaces = 0;
        if (texts != null) {
            texts.clear();
        }
    }
}
