package org.orrery.ui.data.internal.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.ColumnVector;
import org.orrery.data.LongVector;
import org.orrery.data.Progress;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.ui.Formats;

/** Works out which rows a table shows and in which order, by one pass over the columns that matter. On a worker thread. */
final class RowOrdering {
    /** Bytes that a row costs while it is sorted: a key, and its number twice. */
    private static final int BYTES_PER_ROW = 16;
    private static final int MOST_TEXTS = 2_000_000;
    private static final int RADIX_BITS = 16;
    private static final int PASSES = Long.SIZE / RADIX_BITS;

    private final RowSource source;
    private final List<Condition> conditions;
    private final List<SortKey> keys;
    private final Progress progress;
    private long done;
    private final long total;

    /** Says why rows cannot be brought into an order. */
    static final class TooManyRows extends Exception {
        private static final long serialVersionUID = 1L;

        TooManyRows(String message) {
            super(message);
        }
    }

    /** @param keys the most important first */
    RowOrdering(RowSource source, List<Condition> conditions, List<SortKey> keys, Progress progress) {
        this.source = source;
        this.conditions = List.copyOf(conditions);
        this.keys = List.copyOf(keys);
        this.progress = progress;
        this.total = source.rows() * ((conditions.isEmpty() ? 0 : 1) + keys.size() * (1 + PASSES));
    }

    /**
     * The rows in order.
     *
     * @throws TooManyRows when the order would not fit into memory
     * @throws CancellationException when nobody wants it any more
     */
    RowOrder order() throws Exception {
        if (source.rows() > Integer.MAX_VALUE - 8) {
            throw new TooManyRows(NLS.bind(Messages.RowOrdering_rows, Formats.count(source.rows()), Formats.count(Integer.MAX_VALUE)));
        }
        int[] rows;
        if (conditions.isEmpty()) {
            checkSize(source.rows(), keys.size());
            rows = IntStream.range(0, (int) source.rows()).toArray();
        } else {
            rows = filtered();
        }
        for (SortKey key : keys.reversed()) {
            checkSize(rows.length, keys.size());
            rows = sorted(rows, key);
        }
        return RowOrder.of(rows);
    }

    private static void checkSize(long rows, int keys) throws TooManyRows {
        long most = Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_ROW;
        if (keys > 0 && rows > most) {
            throw new TooManyRows(NLS.bind(Messages.RowOrdering_rows, Formats.count(rows), Formats.count(most)));
        }
    }

    private int[] filtered() throws Exception {
        List<String> names = conditions.stream().map(condition -> condition.column().name()).distinct().toList();
        List<Condition.Test> tests = new ArrayList<>();
        for (Condition condition : conditions) {
            tests.add(condition.test(names.indexOf(condition.column().name())));
        }
        int[] kept = new int[1024];
        int count = 0;
        int first = 0;
        try (ColumnBlocks pass = source.blocks(names)) {
            for (Table block = next(pass); block != null; block = next(pass)) {
                for (int row = 0; row < block.rows(); row++) {
                    if (keeps(tests, block, row)) {
                        if (count == kept.length) {
                            kept = Arrays.copyOf(kept, count * 2);
                        }
                        kept[count++] = first + row;
                    }
                }
                first += block.rows();
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static boolean keeps(List<Condition.Test> tests, Table block, int row) {
        for (Condition.Test test : tests) {
            if (!test.keeps(block, row)) {
                return false;
            }
        }
        return true;
    }

    private Table next(ColumnBlocks pass) throws Exception {
        Table block = pass.next();
        worked(block == null ? 0 : block.rows());
        return block;
    }

    private void worked(long rows) {
        progress.checkCancelled();
        done += rows;
        progress.worked(done, total);
    }

    private int[] sorted(int[] rows, SortKey key) throws Exception {
        long[] values = values(source.schema().columns().get(key.column()).name());
        if (key.descending()) {
            for (int i = 0; i < values.length; i++) {
                // Missing rows stay last: their key is the largest of all, and no other is turned into it.
                values[i] = values[i] == Long.MAX_VALUE ? Long.MAX_VALUE : -values[i];
            }
        }
        return radix(rows, values);
    }

    /** A number for each row of the data that orders like its value. */
    private long[] values(String column) throws Exception {
        long[] values = new long[Math.toIntExact(source.rows())];
        Map<String, Integer> texts = new HashMap<>();
        boolean text = false;
        int row = 0;
        try (ColumnBlocks pass = source.blocks(List.of(column))) {
            for (Table block = next(pass); block != null; block = next(pass)) {
                ColumnVector vector = block.column(0);
                text = vector instanceof TextVector;
                for (int i = 0; i < block.rows(); i++) {
                    values[row++] = vector.isMissing(i) ? Long.MAX_VALUE : key(vector, i, texts);
                }
                if (texts.size() > MOST_TEXTS) {
                    throw new TooManyRows(NLS.bind(Messages.RowOrdering_texts, column, Formats.count(MOST_TEXTS)));
                }
            }
        }
        if (text) {
            ranked(values, texts);
        }
        return values;
    }

    private static long key(ColumnVector vector, int row, Map<String, Integer> texts) {
        return switch (vector) {
            // One below the largest, so that no value is taken for a missing one or lost when its sign is turned.
            case LongVector longs -> Math.clamp(longs.get(row), -Long.MAX_VALUE + 1, Long.MAX_VALUE - 1);
            case TextVector strings -> texts.computeIfAbsent(strings.get(row), any -> texts.size());
            default -> ordered(vector.asDouble(row));
        };
    }

    /** The bits of a double as a number of the same order. */
    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return Math.min(bits < 0 ? -(bits & Long.MAX_VALUE) : bits, Long.MAX_VALUE - 1);
    }

    private static void ranked(long[] values, Map<String, Integer> texts) {
        String[] byCode = new String[texts.size()];
        texts.forEach((text, code) -> byCode[code] = text);
        String[] ordered = byCode.clone();
        Arrays.sort(ordered, String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo));
        Map<String, Integer> rank = new HashMap<>();
        for (int i = 0; i < ordered.length; i++) {
            rank.put(ordered[i], i);
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] != Long.MAX_VALUE) {
                values[i] = rank.get(byCode[(int) values[i]]);
            }
        }
    }

    /** Sorts rows by their keys; rows of the same key keep their order. */
    private int[] radix(int[] rows, long[] values) {
        int[] from = rows;
        int[] to = new int[rows.length];
        for (int shift = 0; shift < Long.SIZE; shift += RADIX_BITS) {
            worked(source.rows());
            int[] starts = new int[(1 << RADIX_BITS) + 1];
            for (int row : from) {
                starts[digit(values[row], shift) + 1]++;
            }
            boolean same = from.length == 0 || starts[digit(values[from[0]], shift) + 1] == from.length;
            if (same) {
                continue;
            }
            for (int i = 1; i < starts.length; i++) {
                starts[i] += starts[i - 1];
            }
            for (int row : from) {
                to[starts[digit(values[row], shift)]++] = row;
            }
            int[] free = from == rows ? new int[rows.length] : from;
            from = to;
            to = free;
        }
        return from;
    }

    private static int digit(long value, int shift) {
        // The sign bit turned, so that negative numbers come first.
        return (int) ((value ^ Long.MIN_VALUE) >>> shift) & ((1 << RADIX_BITS) - 1);
    }
}
