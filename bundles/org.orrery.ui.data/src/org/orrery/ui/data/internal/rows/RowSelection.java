package org.orrery.ui.data.internal.rows;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.orrery.data.Table;

/** Selected rows of a table: runs of places, in the order in which they are shown. Immutable. */
public final class RowSelection {
    private static final int PART = 4096;

    private final RowOrder order;
    private final List<int[]> runs;

    RowSelection(RowOrder order, List<int[]> runs) {
        this.order = order;
        this.runs = List.copyOf(runs);
    }

    /** How many rows are selected. */
    public long count() {
        return runs.stream().mapToLong(run -> run[1]).sum();
    }

    /** The selected cells with the names of their columns as tab-separated text. Reads files. */
    String text(PageCache pages, List<String> columns) throws Exception {
        StringBuilder text = new StringBuilder();
        line(text, columns);
        for (int[] run : runs) {
            String[][] cells = pages.read(order, run[0], run[1], columns);
            for (int row = 0; row < run[1]; row++) {
                for (int column = 0; column < cells.length; column++) {
                    text.append(column == 0 ? "" : "\t").append(clean(cells[column][row])); //$NON-NLS-1$ //$NON-NLS-2$
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    static void toClipboard(Display display, String text) {
        Clipboard clipboard = new Clipboard(display);
        try {
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(String.join("\t", cells.stream().map(RowSelection::clean).toList())).append('\n'); //$NON-NLS-1$
    }

    private static String clean(String cell) {
        return cell.replaceAll("[\\t\\r\\n]+", " "); //$NON-NLS-1$ //$NON-NLS-2$
    }

    /** Hands over the values of the selected rows, some thousand at a time. Reads files: never on the user interface thread. */
    public void forEach(RowSource source, List<String> columns, Consumer<Table> action) throws Exception {
        action.accept(source.window(columns, 0, 0));
        for (int[] run : runs) {
            int place = run[0];
            int end = run[0] + run[1];
            while (place < end) {
                long first = order.row(place);
                int length = 1;
                while (place + length < end && length < PART && order.row(place + length) == first + length) {
                    length++;
                }
                action.accept(source.window(columns, first, length));
                place += length;
            }
        }
    }
}
