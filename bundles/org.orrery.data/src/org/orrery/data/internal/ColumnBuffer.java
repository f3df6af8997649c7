package org.orrery.data.internal;

import java.util.BitSet;
import org.orrery.data.ColumnType;

/** The values of one column for a block of rows on their way into the cache. Filled again and again; not thread-safe. */
public final class ColumnBuffer {
    private final ColumnType type;
    private final long[] longs;
    private final double[] doubles;
    private final String[] texts;
    private final BitSet absent = new BitSet();
    private int size;

    /** A buffer for so many rows. */
    public ColumnBuffer(ColumnType type, int capacity) {
        this.type = type;
        this.doubles = type == ColumnType.REAL ? new double[capacity] : null;
        this.texts = type.isText() ? new String[capacity] : null;
        this.longs = doubles == null && texts == null ? new long[capacity] : null;
    }

    /** What the values mean; it says which of the getters is of use. */
    public ColumnType type() {
        return type;
    }

    /** How many rows are held. */
    public int size() {
        return size;
    }

    /** Adds a row without a value. */
    public void addMissing() {
        absent.set(size++);
    }

    /** Adds a whole number, a day, an instant, a length of time, a truth value or an unscaled decimal. */
    public void add(long value) {
        longs[size++] = value;
    }

    /** Adds a real number. */
    public void add(double value) {
        doubles[size++] = value;
    }

    /** Adds a text. */
    public void add(String value) {
        texts[size++] = value;
    }

    /** Whether that row has no value. */
    public boolean isMissing(int row) {
        return absent.get(row);
    }

    /** The value of that row of a column that is neither real nor text. */
    public long longAt(int row) {
        return longs[row];
    }

    /** The value of that row of a real column. */
    public double doubleAt(int row) {
        return doubles[row];
    }

    /** The value of that row of a text column. */
    public String textAt(int row) {
        return texts[row];
    }

    /** Forgets all rows. */
    public void clear() {
        absent.clear();
        size = 0;
    }
}
