package org.orrery.ui.internal.queue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.orrery.jobs.RunQueue.Entry;
import org.orrery.jobs.RunQueue.Priority;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Icons;
import org.orrery.ui.LiveRows;
import org.orrery.ui.RunTexts;

/** The lines of the queue. Only those that are seen are made, so that ten thousand cost no more than twenty. A line can be dragged to another place. */
final class QueueTable {
    /** Hears of a line that was dragged. */
    @FunctionalInterface
    interface Moved {
        /** @param place from 0 */
        void to(long run, int place);
    }

    private final Table table;
    private final Icons icons;
    private final Moved moved;
    private final LiveRows<Entry> rows;
    private Set<Long> chosen = Set.of();

    QueueTable(Composite parent, Moved moved) {
        this.moved = moved;
        table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        table.setData("orrery.id", "queue.table"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(table, Messages.QueueTable_name);
        icons = new Icons(table, RunTexts.class);
        column(Messages.QueueTable_place, 55, SWT.RIGHT);
        column(Messages.QueueTable_run, 50, SWT.RIGHT);
        column(Messages.QueueTable_title, 190, SWT.LEFT);
        column(Messages.QueueTable_dataset, 110, SWT.LEFT);
        column(Messages.QueueTable_priority, 75, SWT.LEFT);
        column(Messages.QueueTable_memory, 90, SWT.RIGHT);
        column(Messages.QueueTable_why, 480, SWT.LEFT);
        rows = new LiveRows<>(table, this::fill, entry -> false, this::select);
        table.addListener(SWT.Selection, event -> chosen = numbers(selected()));
        DragSource source = new DragSource(table, DND.DROP_MOVE);
        source.setTransfer(new Transfer[] {TextTransfer.getInstance()});
        source.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent event) {
                event.doit = table.getSelectionCount() == 1;
            }

            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = Integer.toString(table.getSelectionIndex());
            }
        });
        DropTarget target = new DropTarget(table, DND.DROP_MOVE);
        target.setTransfer(new Transfer[] {TextTransfer.getInstance()});
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragOver(DropTargetEvent event) {
                event.feedback = DND.FEEDBACK_INSERT_BEFORE | DND.FEEDBACK_SCROLL;
            }

            @Override
            public void drop(DropTargetEvent event) {
                dropped(event);
            }
        });
    }

    private void dropped(DropTargetEvent event) {
        int from = table.getSelectionIndex();
        if (from < 0 || !Integer.toString(from).equals(event.data)) {
            event.detail = DND.DROP_NONE;
            return;
        }
        int to = event.item instanceof TableItem item ? table.indexOf(item) : rows.rows().size();
        // The line itself leaves its place first.
        moved.to(rows.rows().get(from).run(), to > from ? to - 1 : to);
    }

    private void column(String title, int width, int style) {
        TableColumn column = new TableColumn(table, style);
        column.setText(title);
        column.setWidth(width);
        column.setMoveable(true);
        column.setResizable(true);
    }

    private void fill(TableItem item, int index) {
        Entry entry = rows.rows().get(index);
        item.setText(new String[] {Integer.toString(index + 1), Long.toString(entry.run()), entry.name(), entry.dataset(),
                text(entry.place().priority()), Double.isNaN(entry.heapMiB()) ? "" : Long.toString(Math.round(entry.heapMiB())), entry.why()}); //$NON-NLS-1$
        item.setImage(2, icons.get(RunTexts.icon(entry.state())));
    }

    static String text(Priority priority) {
        return switch (priority) {
            case HIGH -> Messages.QueueTable_high;
            case NORMAL -> Messages.QueueTable_normal;
            case LOW -> Messages.QueueTable_low;
        };
    }

    /** What was selected stays so, wherever it has gone. */
    void show(List<Entry> next) {
        rows.show(next);
    }

    private static Set<Long> numbers(List<Entry> entries) {
        Set<Long> numbers = new HashSet<>();
        entries.forEach(entry -> numbers.add(entry.run()));
        return numbers;
    }

    private void select() {
        List<Entry> lines = rows.rows();
        int[] wanted = chosen.isEmpty() ? new int[0] : IntStream.range(0, lines.size()).filter(i -> chosen.contains(lines.get(i).run())).toArray();
        int[] now = table.getSelectionIndices();
        Arrays.sort(now);
        if (!Arrays.equals(wanted, now)) {
            table.deselectAll();
            table.select(wanted);
        }
    }

    List<Entry> selected() {
        List<Entry> lines = rows.rows();
        return Arrays.stream(table.getSelectionIndices()).filter(index -> index < lines.size()).sorted().mapToObj(lines::get).toList();
    }

    /** The place of the first that is selected; −1 for none. */
    int firstSelected() {
        return Arrays.stream(table.getSelectionIndices()).min().orElse(-1);
    }

    Table control() {
        return table;
    }
}
