package org.orrery.ui;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMemento;

/** The widths and the order of the columns of a table, kept with the part that holds it. Of use on the user interface thread. */
public final class TableState {
    private static final String WIDTHS = ".widths"; //$NON-NLS-1$
    private static final String ORDER = ".order"; //$NON-NLS-1$
    private static final int NARROWEST = 16;

    private TableState() {
    }

    /** Writes the state of that table down under its id. */
    public static void save(Table table, String id, IMemento memento) {
        memento.putString(id + WIDTHS, IntStream.range(0, table.getColumnCount()).mapToObj(i -> Integer.toString(table.getColumn(i).getWidth()))
                .collect(Collectors.joining(" "))); //$NON-NLS-1$
        memento.putString(id + ORDER, Arrays.stream(table.getColumnOrder()).mapToObj(Integer::toString).collect(Collectors.joining(" "))); //$NON-NLS-1$
    }

    /** Gives the table the state it had; one of another number of columns, or a damaged one, is left aside. */
    public static void restore(Table table, String id, IMemento memento) {
        int count = table.getColumnCount();
        int[] widths = numbers(memento == null ? null : memento.getString(id + WIDTHS));
        if (widths.length == count) {
            IntStream.range(0, count).forEach(i -> table.getColumn(i).setWidth(Math.max(NARROWEST, widths[i])));
        }
        int[] order = numbers(memento == null ? null : memento.getString(id + ORDER));
        if (Arrays.equals(Arrays.stream(order).sorted().toArray(), IntStream.range(0, count).toArray())) {
            table.setColumnOrder(order);
        }
    }

    private static int[] numbers(String text) {
        return text == null || !text.matches("\\d{1,5}( \\d{1,5})*") ? new int[0] //$NON-NLS-1$
                : Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray(); //$NON-NLS-1$
    }
}
