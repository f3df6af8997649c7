package org.orrery.ui.data.internal.rows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.orrery.data.Table;
import org.orrery.ui.Background;
import org.orrery.ui.Formats;

/**
 * The cells that are seen or were seen a moment ago, read page by page in the background. What is asked for last is read first, and
 * requests that scrolling has left behind are dropped. Of use on the user interface thread.
 */
final class PageCache {
    /** Rows of a page. */
    static final int ROWS = 128;
    private static final int COLUMNS = 32;
    private static final int MOST_PAGES = 256;
    private static final int MOST_WAITING = 12;
    private static final int LONGEST_TEXT = 1_000;

    private final Control owner;
    private final RowSource source;
    private final List<String> names;
    private final Runnable arrived;
    private final Consumer<Exception> failed;
    private final Map<Long, String[][]> pages = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String[][]> eldest) {
            return size() > MOST_PAGES;
        }
    };
    private final Deque<Long> waiting = new ArrayDeque<>();
    private RowOrder order;
    private int generation;
    private boolean reading;

    /** @param arrived called when cells have arrived; on the user interface thread, as is {@code failed} */
    PageCache(Control owner, RowSource source, Runnable arrived, Consumer<Exception> failed) {
        this.owner = owner;
        this.source = source;
        this.names = source.schema().names();
        this.arrived = arrived;
        this.failed = failed;
        this.order = RowOrder.section(0, 0);
    }

    RowOrder order() {
        return order;
    }

    /** Shows rows in another order. */
    void order(RowOrder next) {
        order = next;
        generation++;
        pages.clear();
        waiting.clear();
    }

    /** Shows more rows behind those that it shows; what is known stays. */
    void grow(RowOrder next) {
        int last = order.count() / ROWS;
        order = next;
        generation++;
        pages.keySet().removeIf(page -> page >>> 32 >= last);
        readNext();
    }

    /** The text of a cell; null while it is being read, empty when the value is missing. */
    String text(int shown, int column) {
        long page = (long) (shown / ROWS) << 32 | column / COLUMNS;
        String[][] cells = pages.get(page);
        if (cells == null) {
            request(page);
            return null;
        }
        String[] texts = cells[column % COLUMNS];
        return shown % ROWS < texts.length ? texts[shown % ROWS] : ""; //$NON-NLS-1$
    }

    private void request(long page) {
        waiting.remove(page);
        waiting.push(page);
        while (waiting.size() > MOST_WAITING) {
            waiting.removeLast();
        }
        readNext();
    }

    private void readNext() {
        if (reading || waiting.isEmpty()) {
            return;
        }
        reading = true;
        long page = waiting.pop();
        int asked = generation;
        RowOrder rows = order;
        new PageJob(() -> {
            try {
                String[][] cells = read(rows, (int) (page >>> 32), (int) page);
                Background.toUi(owner.getDisplay(), owner, () -> took(asked, page, cells));
            } catch (Exception e) {
                Background.toUi(owner.getDisplay(), owner, () -> {
                    reading = false;
                    waiting.clear();
                    failed.accept(e);
                });
            }
        }).schedule();
    }

    private void took(int asked, long page, String[][] cells) {
        reading = false;
        if (asked == generation) {
            pages.put(page, cells);
            arrived.run();
        }
        readNext();
    }

    /** The cells of a page, column by column. */
    private String[][] read(RowOrder rows, int rowPage, int columnPage) throws Exception {
        int first = rowPage * ROWS;
        int count = Math.min(ROWS, rows.count() - first);
        List<String> columns = names.subList(columnPage * COLUMNS, Math.min(names.size(), (columnPage + 1) * COLUMNS));
        String[][] cells = new String[columns.size()][count];
        if (rows.isIdentity()) {
            fill(cells, source.window(columns, rows.row(first), count), IntStream.range(0, count).toArray(), 0);
            return cells;
        }
        // Neighbours in the data are read together, wherever they are shown.
        long[] sorted = IntStream.range(0, count).mapToLong(i -> rows.row(first + i) << 32 | i).sorted().toArray();
        int from = 0;
        while (from < count) {
            int to = from + 1;
            int start = (int) (sorted[from] >>> 32);
            while (to < count && (int) (sorted[to] >>> 32) - start < ROWS) {
                to++;
            }
            int last = (int) (sorted[to - 1] >>> 32);
            Table window = source.window(columns, start, last - start + 1);
            for (int i = from; i < to; i++) {
                fill(cells, window, new int[] {(int) sorted[i]}, (int) (sorted[i] >>> 32) - start);
            }
            from = to;
        }
        return cells;
    }

    /** Writes consecutive rows of a window, from {@code row} on, to those places. */
    private static void fill(String[][] cells, Table window, int[] places, int row) {
        for (int column = 0; column < cells.length; column++) {
            for (int i = 0; i < places.length; i++) {
                Object value = window.value(row + i, column);
                String text = Formats.datum(value);
                cells[column][places[i]] = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + '…' : text;
            }
        }
    }

    /** The texts of a rectangle of cells for the clipboard, read now. Never on the user interface thread. */
    String[][] read(RowOrder rows, int first, int count, List<String> columns) throws Exception {
        String[][] cells = new String[columns.size()][count];
        for (int i = 0; i < count; i++) {
            long row = rows.row(first + i);
            int run = 1;
            while (i + run < count && rows.row(first + i + run) == row + run) {
                run++;
            }
            int from = i;
            fill(cells, source.window(columns, row, run), IntStream.range(0, run).map(k -> from + k).toArray(), 0);
            i += run - 1;
        }
        return cells;
    }

    private static final class PageJob extends Job {
        private final Runnable body;

        PageJob(Runnable body) {
            super(Messages.PageCache_reading);
            this.body = body;
            setSystem(true);
            setPriority(Job.INTERACTIVE);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            body.run();
            return Status.OK_STATUS;
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == Background.FAMILY;
        }
    }
}
