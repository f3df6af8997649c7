package org.orrery.data.internal.cache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBReadableVector;
import org.orrery.data.ColumnType;
import org.orrery.data.ColumnVector;
import org.orrery.data.DoubleVector;
import org.orrery.data.LongVector;
import org.orrery.data.TextVector;

/** Collects the values of one column out of the engine's vectors. Used by one thread, once. */
final class VectorReader {
    private final ColumnType type;
    private final int scale;
    private final BitSet absent = new BitSet();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> dictionary = new ArrayList<>();
    private long[] longs = {};
    private double[] doubles = {};
    private int[] codes = {};
    private int rows;

    /** @param capacity how many rows are expected */
    VectorReader(ColumnType type, int scale, int capacity) {
        this.type = type;
        this.scale = scale;
        if (type == ColumnType.REAL) {
            doubles = new double[capacity];
        } else if (type.isText()) {
            codes = new int[capacity];
        } else {
            longs = new long[capacity];
        }
    }

    /** Adds the first so many values of a vector. */
    void add(DuckDBReadableVector vector, int count) {
        if (type == ColumnType.REAL) {
            addReals(vector, count);
        } else if (type.isText()) {
            addTexts(vector, count);
        } else {
            addLongs(vector, count);
        }
        rows += count;
    }

    private void addReals(DuckDBReadableVector vector, int count) {
        if (rows + count > doubles.length) {
            doubles = Arrays.copyOf(doubles, Math.max(rows + count, doubles.length * 2));
        }
        for (int i = 0; i < count; i++) {
            if (vector.isNull(i)) {
                absent.set(rows + i);
            } else {
                doubles[rows + i] = vector.getDouble(i);
            }
        }
    }

    private void addLongs(DuckDBReadableVector vector, int count) {
        if (rows + count > longs.length) {
            longs = Arrays.copyOf(longs, Math.max(rows + count, longs.length * 2));
        }
        for (int i = 0; i < count; i++) {
            if (vector.isNull(i)) {
                absent.set(rows + i);
            } else {
                longs[rows + i] = vector.getLong(i);
            }
        }
    }

    private void addTexts(DuckDBReadableVector vector, int count) {
        if (rows + count > codes.length) {
            codes = Arrays.copyOf(codes, Math.max(rows + count, codes.length * 2));
        }
        for (int i = 0; i < count; i++) {
            codes[rows + i] = vector.isNull(i) ? -1 : code(vector.getString(i));
        }
    }

    private int code(String text) {
        Integer code = seen.putIfAbsent(text, dictionary.size());
        if (code != null) {
            return code;
        }
        dictionary.add(text);
        return dictionary.size() - 1;
    }

    /** Everything added so far. */
    ColumnVector vector() {
        if (type == ColumnType.REAL) {
            return DoubleVector.of(doubles, rows, absent);
        }
        return type.isText() ? TextVector.of(codes, rows, dictionary) : LongVector.of(longs, rows, absent, scale);
    }
}
