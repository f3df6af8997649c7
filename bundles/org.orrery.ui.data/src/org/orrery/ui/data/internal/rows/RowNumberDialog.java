package org.orrery.ui.data.internal.rows;

import java.util.OptionalLong;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.orrery.ui.Formats;

/** Asks for the number of a row. */
final class RowNumberDialog {
    private RowNumberDialog() {
    }

    /** A number from 1 to that of the rows; empty when the user wants none. */
    static OptionalLong ask(Shell parent, long rows) {
        InputDialog dialog = new InputDialog(parent, Messages.RowsPage_goToTitle, Messages.RowsPage_goToText, "", text -> problem(text, rows)); //$NON-NLS-1$
        return dialog.open() == Window.OK ? OptionalLong.of(Long.parseLong(dialog.getValue().strip())) : OptionalLong.empty();
    }

    private static String problem(String text, long rows) {
        String range = NLS.bind(Messages.RowsPage_goToRange, Formats.count(rows));
        try {
            long row = Long.parseLong(text.strip());
            return row >= 1 && row <= rows ? null : range;
        } catch (NumberFormatException e) {
            return text.isBlank() ? "" : range; //$NON-NLS-1$
        }
    }
}
