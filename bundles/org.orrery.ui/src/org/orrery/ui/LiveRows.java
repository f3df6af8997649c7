package org.orrery.ui;

import java.util.BitSet;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;

import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * The rows of a virtual table that come, go and change all the time, ten thousands of them: only rows that have changed are drawn again, and no
 * event takes long, however many come at once. To be used on the user interface thread.
 *
 * @param <T> what a row shows; two that are equal look the same
 */
public final class LiveRows<T> {
    /** So many rows more or less in one event: for each of them the tool kit tells everybody who looks at its model. */
    private static final int STEP = 1_000;
    /** So many rows keep their texts; what was scrolled past is asked for again, since to forget all of it at once would take long. */
    private static final int FILLED = 150;

    private final Table table;
    private final Predicate<T> moving;
    private final Runnable arrived;
    private final BitSet filled = new BitSet();
    private final BitSet broken = new BitSet();
    private List<T> rows = List.of();
    private boolean growing;
    private boolean trimming;

    /**
     * Fills the rows of that table from now on.
     *
     * @param filler writes into the item of a row, counted from 0
     * @param moving whether a row may look different although it shows the same as before
     * @param arrived is called each time when the table has as many rows as it is to have: what is selected can be selected again
     */
    public LiveRows(Table table, ObjIntConsumer<TableItem> filler, Predicate<T> moving, Runnable arrived) {
        this.table = table;
        this.moving = moving;
        this.arrived = arrived;
        VirtualRows.fill(table, () -> rows.size(), (item, row) -> fill(filler, item, row));
    }

    private void fill(ObjIntConsumer<TableItem> filler, TableItem item, int row) {
        filled.set(row);
        // Until it is whole: a row that throws is asked for again with the next change.
        broken.set(row);
        filler.accept(item, row);
        broken.clear(row);
        if (!trimming && filled.cardinality() > FILLED) {
            trimming = true;
            Background.toUi(table.getDisplay(), table, this::trim);
        }
    }

    /** What the rows show, in their order. */
    public List<T> rows() {
        return rows;
    }

    /** Shows these from now on; of very many the last come a moment later. */
    public void show(List<T> next) {
        List<T> before = rows;
        rows = next;
        for (int row = filled.nextSetBit(0); row >= 0 && row < next.size(); row = filled.nextSetBit(row + 1)) {
            if (row >= before.size() || broken.get(row) || moving.test(next.get(row)) || !next.get(row).equals(before.get(row))) {
                refill(row);
            }
        }
        size();
    }

    /** Asks for a row again, when it is seen. */
    public void refill(int row) {
        if (filled.get(row) && row < table.getItemCount()) {
            filled.clear(row);
            table.clear(row);
        }
    }

    /** Asks for all rows again, when they are seen. */
    public void refill() {
        forget(0, 0);
    }

    /** The first row in sight. */
    public int top() {
        return table.getTopIndex();
    }

    /** The row after the last in sight. */
    public int bottom() {
        return Math.min(rows.size(), top() + table.getClientArea().height / Math.max(1, table.getItemHeight()) + 1);
    }

    private void trim() {
        trimming = false;
        forget(top(), bottom());
    }

    /** All but the rows of that stretch. */
    private void forget(int from, int to) {
        for (int row : filled.stream().toArray()) {
            if (row < from || row >= to) {
                refill(row);
            }
        }
    }

    private void size() {
        int now = table.getItemCount();
        if (rows.size() < now - STEP) {
            // One by one is what the tool kit does with rows that are too many; all of them it drops at once.
            filled.clear();
            table.removeAll();
            now = 0;
        }
        int next = Math.min(rows.size(), now + STEP);
        filled.clear(next, Math.max(next, filled.length()));
        table.setItemCount(next);
        if (next == rows.size()) {
            arrived.run();
        } else if (!growing) {
            growing = true;
            Background.toUi(table.getDisplay(), table, () -> {
                growing = false;
                size();
            });
        }
    }
}
