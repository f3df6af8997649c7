package org.orrery.ui;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Which rows of a model are shown in which order. Rows without a value come last, whichever way they are sorted.
 *
 * @param column by which they are sorted; −1 for none
 * @param filter lower-case text that a cell of the row must hold; empty for all rows
 */
record Arrangement(GridModel model, int column, boolean descending, String filter) {
    private static final int STEP = 4096;

    static int[] all(GridModel model) {
        return IntStream.range(0, model.rows()).toArray();
    }

    /**
     * The numbers of the rows in order; on any thread.
     *
     * @param stale asked now and then whether nobody wants the answer any more
     * @throws CancellationException when that is so
     */
    int[] rows(BooleanSupplier stale) {
        int[] kept = filter.isEmpty() ? all(model) : filtered(stale);
        if (column < 0) {
            return kept;
        }
        Optional<IntToLongFunction> keys = model.keys(column, descending);
        return keys.isPresent() ? sorted(kept, keys.get(), stale) : compared(kept);
    }

    private int[] filtered(BooleanSupplier stale) {
        int[] kept = new int[model.rows()];
        int count = 0;
        for (int row = 0; row < kept.length; row++) {
            check(row, stale);
            if (passes(row)) {
                kept[count++] = row;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private boolean passes(int row) {
        for (int i = 0; i < model.columns().size(); i++) {
            if (model.text(row, i).toLowerCase(Locale.getDefault()).contains(filter)) {
                return true;
            }
        }
        return false;
    }

    private static int[] sorted(int[] kept, IntToLongFunction keys, BooleanSupplier stale) {
        SortRun run = new SortRun(1, kept.length);
        for (int row : kept) {
            check(run.size(), stale);
            run.add(row);
            run.key(0, keys.applyAsLong(row));
        }
        run.sort();
        return IntStream.range(0, kept.length).map(run::row).toArray();
    }

    private int[] compared(int[] kept) {
        Comparator<Integer> comparator = (a, b) -> model.compare(column, a, b);
        return Arrays.stream(kept).boxed().sorted(descending ? comparator.reversed() : comparator).mapToInt(Integer::intValue).toArray();
    }

    private static void check(int done, BooleanSupplier stale) {
        if (done % STEP == 0 && stale.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
