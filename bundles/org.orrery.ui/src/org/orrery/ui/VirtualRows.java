package org.orrery.ui;

import java.util.function.IntSupplier;
import java.util.function.ObjIntConsumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** Fills the rows of a virtual table when they come into sight. On the user interface thread. */
public final class VirtualRows {
    private VirtualRows() {
    }

    /**
     * Fills each row as it is asked for; a row that is painted while it goes is left alone.
     *
     * @param rows how many there are now
     * @param filler writes into the item of a row, counted from 0
     */
    public static void fill(Table table, IntSupplier rows, ObjIntConsumer<TableItem> filler) {
        table.addListener(SWT.SetData, event -> {
            if (event.index < 0 || event.index >= rows.getAsInt()) {
                return;
            }
            try {
                filler.accept((TableItem) event.item, event.index);
            } catch (RuntimeException e) {
                // GTK's table does not hear its own model while a row is asked for: what is thrown out of here would leave it deaf, and blank for good.
                ILog.of(VirtualRows.class).error(e.getMessage(), e);
            }
        });
    }
}
