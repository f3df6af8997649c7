package org.orrery.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some rows out of a pass over all of them: what is held at any time are those rows and one block. */
public final class GatheredRows {
    private GatheredRows() {
    }

    /**
     * Reads on to the last row that is wanted.
     *
     * @param blocks at their beginning; not closed here
     * @param rows positions from 0, ascending, none twice
     * @param total how many rows there are, for the progress
     * @throws DataException as {@link ColumnBlocks#next}
     * @throws IllegalArgumentException when a position lies behind the last row
     */
    public static Table of(ColumnBlocks blocks, int[] rows, long total, Progress progress) throws DataException {
        List<Gatherer> columns = new ArrayList<>();
        int found = 0;
        long first = 0;
        for (Table block = found < rows.length ? blocks.next() : null; block != null; block = found < rows.length ? blocks.next() : null) {
            progress.checkCancelled();
            for (int c = columns.size(); c < block.schema().size(); c++) {
                columns.add(Gatherer.of(block.column(c), rows.length));
            }
            int from = found;
            while (found < rows.length && rows[found] < first + block.rows()) {
                found++;
            }
            for (int c = 0; c < columns.size(); c++) {
                columns.get(c).add(block.column(c), rows, from, found, first);
            }
            first += block.rows();
            progress.worked(first, total);
        }
        if (found < rows.length) {
            throw new IllegalArgumentException("Row " + rows[found] + " of " + first);
        }
        return columns.isEmpty() ? Table.builder(blocks.schema()).build()
                : new Table(blocks.schema(), columns.stream().map(Gatherer::vector).toList());
    }

    /** The values of one column so far. */
    private abstract static sealed class Gatherer {
        static Gatherer of(ColumnVector like, int rows) {
            return switch (like) {
                case LongVector longs -> new Longs(rows, longs.scale());
                case DoubleVector doubles -> new Doubles(rows);
                case TextVector texts -> new Texts(rows);
            };
        }

        /** Takes the rows of that stretch of the positions, which lie in a block whose first row has that position. */
        abstract void add(ColumnVector block, int[] rows, int from, int to, long first);

        abstract ColumnVector vector();
    }

    private static final class Longs extends Gatherer {
        private final long[] values;
        private final BitSet absent = new BitSet();
        private final int scale;

        Longs(int rows, int scale) {
            this.values = new long[rows];
            this.scale = scale;
        }

        @Override
        void add(ColumnVector block, int[] rows, int from, int to, long first) {
            LongVector longs = (LongVector) block;
            for (int i = from; i < to; i++) {
                int row = (int) (rows[i] - first);
                if (longs.isMissing(row)) {
                    absent.set(i);
                } else {
                    values[i] = longs.get(row);
                }
            }
        }

        @Override
        ColumnVector vector() {
            return LongVector.of(values, values.length, absent, scale);
        }
    }

    private static final class Doubles extends Gatherer {
        private final double[] values;
        private final BitSet absent = new BitSet();

        Doubles(int rows) {
            this.values = new double[rows];
        }

        @Override
        void add(ColumnVector block, int[] rows, int from, int to, long first) {
            DoubleVector doubles = (DoubleVector) block;
            for (int i = from; i < to; i++) {
                int row = (int) (rows[i] - first);
                if (doubles.isMissing(row)) {
                    absent.set(i);
                } else {
                    values[i] = doubles.get(row);
                }
            }
        }

        @Override
        ColumnVector vector() {
            return DoubleVector.ofOwned(values, absent);
        }
    }

    /** Each block has a dictionary of its own; the one of the rows is in the order in which they use it. */
    private static final class Texts extends Gatherer {
        private final int[] codes;
        private final Map<String, Integer> known = new HashMap<>();
        private final List<String> dictionary = new ArrayList<>();

        Texts(int rows) {
            this.codes = new int[rows];
        }

        @Override
        void add(ColumnVector block, int[] rows, int from, int to, long first) {
            TextVector texts = (TextVector) block;
            int[] own = new int[texts.dictionary().size()];
            Arrays.fill(own, -1);
            for (int i = from; i < to; i++) {
                int code = texts.code((int) (rows[i] - first));
                if (code >= 0 && own[code] < 0) {
                    own[code] = known.computeIfAbsent(texts.dictionary().get(code), text -> {
                        dictionary.add(text);
                        return dictionary.size() - 1;
                    });
                }
                codes[i] = code < 0 ? -1 : own[code];
            }
        }

        @Override
        ColumnVector vector() {
            return TextVector.of(codes, codes.length, dictionary);
        }
    }
}
