package org.orrery.ui;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/** Some rows of a model as tab-separated text with the titles of their columns; may be written on any thread. */
record GridText(GridModel model, int[] rows, int[] columns) {
    String text() {
        StringBuilder text = new StringBuilder();
        List<String> line = new ArrayList<>();
        for (int column : columns) {
            line.add(clean(model.columns().get(column).title()));
        }
        text.append(String.join("\t", line)).append('\n'); //$NON-NLS-1$
        for (int row : rows) {
            line.clear();
            for (int column : columns) {
                line.add(clean(model.text(row, column)));
            }
            text.append(String.join("\t", line)).append('\n'); //$NON-NLS-1$
        }
        return text.toString();
    }

    private static String clean(String cell) {
        return cell.replaceAll("[\\t\\r\\n]+", " "); //$NON-NLS-1$ //$NON-NLS-2$
    }

    static void toClipboard(Display display, String text) {
        Clipboard clipboard = new Clipboard(display);
        try {
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }
}
