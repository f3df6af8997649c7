package org.orrery.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds a {@link Table} row by row. Not thread-safe; of use once. */
public final class TableBuilder {
    private final Schema schema;
    private final List<Buffer> buffers = new ArrayList<>();
    private int rows;

    TableBuilder(Schema schema) {
        this.schema = schema;
        for (Column column : schema.columns()) {
            buffers.add(buffer(column.type()));
        }
    }

    /**
     * Adds one row. A value is null when missing, else of the boxed class that {@link Table#value} names; an integer
     * column also takes Integer, a real column any Number.
     */
    public TableBuilder row(Object... values) {
        if (values.length != schema.size()) {
            throw new IllegalArgumentException(values.length + " values for " + schema.size() + " columns");
        }
        for (int i = 0; i < values.length; i++) {
            buffers.get(i).add(rows, values[i]);
        }
        rows++;
        return this;
    }

    /** The table of the rows so far. */
    public Table build() {
        return new Table(schema, buffers.stream().map(buffer -> buffer.vector(rows)).toList());
    }

    private static Buffer buffer(ColumnType type) {
        return switch (type) {
            case REAL -> new DoubleBuffer();
            case TEXT, CATEGORY -> new TextBuffer();
            case DECIMAL -> new DecimalBuffer();
            default -> new LongBuffer(type);
        };
    }

    private interface Buffer {
        void add(int row, Object value);

        ColumnVector vector(int rows);
    }

    private static final class DoubleBuffer implements Buffer {
        private double[] values = new double[16];
        private final BitSet absent = new BitSet();

        @Override
        public void add(int row, Object value) {
            if (row == values.length) {
                values = Arrays.copyOf(values, row * 2);
            }
            if (value == null) {
                absent.set(row);
            } else {
                values[row] = ((Number) value).doubleValue();
            }
        }

        @Override
        public ColumnVector vector(int rows) {
            return DoubleVector.of(values, rows, absent);
        }
    }

    private static final class LongBuffer implements Buffer {
        private final ColumnType type;
        private long[] values = new long[16];
        private final BitSet absent = new BitSet();

        LongBuffer(ColumnType type) {
            this.type = type;
        }

        @Override
        public void add(int row, Object value) {
            if (row == values.length) {
                values = Arrays.copyOf(values, row * 2);
            }
            if (value == null) {
                absent.set(row);
            } else {
                values[row] = Cells.unbox(type, value);
            }
        }

        @Override
        public ColumnVector vector(int rows) {
            return LongVector.of(values, rows, absent, 0);
        }
    }

    private static final class TextBuffer implements Buffer {
        private int[] codes = new int[16];
        private final Map<String, Integer> seen = new HashMap<>();
        private final List<String> dictionary = new ArrayList<>();

        @Override
        public void add(int row, Object value) {
            if (row == codes.length) {
                codes = Arrays.copyOf(codes, row * 2);
            }
            codes[row] = value == null ? -1 : seen.computeIfAbsent((String) value, text -> {
                dictionary.add(text);
                return dictionary.size() - 1;
            });
        }

        @Override
        public ColumnVector vector(int rows) {
            return TextVector.of(codes, rows, dictionary);
        }
    }

    private static final class DecimalBuffer implements Buffer {
        private final List<BigDecimal> values = new ArrayList<>();

        @Override
        public void add(int row, Object value) {
            values.add((BigDecimal) value);
        }

        @Override
        public ColumnVector vector(int rows) {
            int scale = values.stream().filter(v -> v != null).mapToInt(BigDecimal::scale).max().orElse(0);
            long[] unscaled = new long[rows];
            BitSet absent = new BitSet();
            for (int i = 0; i < rows; i++) {
                if (values.get(i) == null) {
                    absent.set(i);
                } else {
                    unscaled[i] = values.get(i).setScale(scale).unscaledValue().longValueExact();
                }
            }
            return LongVector.of(unscaled, rows, absent, scale);
        }
    }
}
