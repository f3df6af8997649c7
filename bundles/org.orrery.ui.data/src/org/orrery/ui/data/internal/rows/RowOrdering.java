package org.orrery.ui.data.internal.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.orrery.data.Column;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.ColumnType;
import org.orrery.data.ColumnVector;
import org.orrery.data.Progress;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.data.ValueTest;
import org.orrery.ui.Formats;
import org.orrery.ui.SortKeys;
import org.orrery.ui.SortRun;

/**
 * Works out which rows a table shows and in which order, by one pass over the columns that matter and one more for each text that rows are
 * sorted by. What does not fit into a share of the heap is sorted in runs that lie in files and are merged. On a worker thread.
 */
final class RowOrdering {
    /** Shares of the heap: rows while they are sorted, texts, and the order. */
    private static final int SORT_SHARE = 6;
    private static final int TEXT_SHARE = 4;
    private static final int ORDER_SHARE = 8;
    private static final int MOST_AT_ONCE = 1 << 24;

    private final RowSource source;
    private final List<Condition> conditions;
    private final List<SortKey> keys;
    private final Progress progress;
    private final long memory;
    private final List<String> names;

    /** Says why rows cannot be brought into an order. */
    static final class TooManyRows extends Exception {
        private static final long serialVersionUID = 1L;

        TooManyRows(String message) {
            super(message);
        }
    }

    /** @param keys the most important first */
    RowOrdering(RowSource source, List<Condition> conditions, List<SortKey> keys, Progress progress) {
        this(source, conditions, keys, progress, Runtime.getRuntime().maxMemory());
    }

    /** As above, for a heap of that many bytes. */
    RowOrdering(RowSource source, List<Condition> conditions, List<SortKey> keys, Progress progress, long memory) {
        this.source = source;
        this.conditions = List.copyOf(conditions);
        this.keys = List.copyOf(keys);
        this.progress = progress;
        this.memory = memory;
        Set<String> needed = new LinkedHashSet<>();
        conditions.forEach(condition -> needed.add(condition.column().name()));
        keys.forEach(key -> needed.add(column(key).name()));
        this.names = List.copyOf(needed);
    }

    private Column column(SortKey key) {
        return source.schema().columns().get(key.column());
    }

    /**
     * The rows in order.
     *
     * @throws TooManyRows when there are more rows or texts than can be sorted
     * @throws java.io.IOException when there is no room for what does not fit into memory
     * @throws java.util.concurrent.CancellationException when nobody wants it any more
     */
    RowOrder order() throws Exception {
        if (source.rows() > Integer.MAX_VALUE) {
            throw new TooManyRows(NLS.bind(Messages.RowOrdering_rows, Formats.count(source.rows()), Formats.count(Integer.MAX_VALUE)));
        }
        Map<SortKey, TextRanks> ranks = new HashMap<>();
        for (SortKey key : keys) {
            if (column(key).type() == ColumnType.TEXT || column(key).type() == ColumnType.CATEGORY) {
                ranks.put(key, TextRanks.of(source, column(key).name(), memory / TEXT_SHARE, progress));
            }
        }
        int most = (int) Math.min(Integer.MAX_VALUE - 8, memory / ORDER_SHARE / Integer.BYTES);
        try (RowNumbers rows = new RowNumbers(Math.max(1, most)); SortFiles files = new SortFiles(keys.size())) {
            if (keys.isEmpty()) {
                each((block, row, number) -> rows.add(number));
            } else {
                sort(rows, files, ranks);
            }
            return rows.order();
        }
    }

    /** Takes a row that fits. */
    @FunctionalInterface
    private interface Taker {
        void take(Table block, int row, int number) throws Exception;
    }

    private void each(Taker taker) throws Exception {
        List<ValueTest.Answer> tests = new ArrayList<>();
        for (Condition condition : conditions) {
            tests.add(condition.test(names.indexOf(condition.column().name())));
        }
        int first = 0;
        try (ColumnBlocks pass = source.blocks(names)) {
            for (Table block = pass.next(); block != null; block = pass.next()) {
                progress.checkCancelled();
                for (int row = 0; row < block.rows(); row++) {
                    if (keeps(tests, block, row)) {
                        taker.take(block, row, first + row);
                    }
                }
                first += block.rows();
                progress.worked(first, source.rows());
            }
        }
    }

    private static boolean keeps(List<ValueTest.Answer> tests, Table block, int row) {
        for (ValueTest.Answer test : tests) {
            if (!test.keeps(block, row)) {
                return false;
            }
        }
        return true;
    }

    private void sort(RowNumbers rows, SortFiles files, Map<SortKey, TextRanks> ranks) throws Exception {
        // A row has its keys, its number, and its place twice while it is moved.
        long fitting = memory / SORT_SHARE / (Long.BYTES * keys.size() + 3L * Integer.BYTES);
        SortRun run = new SortRun(keys.size(), (int) Math.max(1, Math.min(Math.min(MOST_AT_ONCE, source.rows()), fitting)));
        Table[] current = new Table[1];
        SortKeys[] values = new SortKeys[keys.size()];
        each((block, row, number) -> {
            if (block != current[0]) {
                current[0] = block;
                for (int i = 0; i < values.length; i++) {
                    values[i] = keys(block.column(names.indexOf(column(keys.get(i)).name())), keys.get(i).descending(), ranks.get(keys.get(i)));
                }
            }
            if (run.isFull()) {
                run.sort();
                files.write(run);
                run.clear();
            }
            run.add(number);
            for (int i = 0; i < values.length; i++) {
                run.key(i, values[i].at(row));
            }
        });
        run.sort();
        progress.checkCancelled();
        if (files.isEmpty()) {
            for (int place = 0; place < run.size(); place++) {
                rows.add(run.row(place));
            }
        } else {
            files.write(run);
            files.merge(rows, progress);
        }
    }

    private static SortKeys keys(ColumnVector vector, boolean descending, TextRanks ranks) {
        return new SortKeys(vector, descending, vector instanceof TextVector texts && ranks != null ? ranks.of(texts) : null);
    }
}
