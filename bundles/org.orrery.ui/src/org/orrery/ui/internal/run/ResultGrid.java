package org.orrery.ui.internal.run;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.orrery.analysis.StoredRows;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Table;
import org.orrery.ui.Background;
import org.orrery.ui.Formats;
import org.orrery.ui.Grid;
import org.orrery.ui.TableModel;

/** One table of a result; rows on disk are read off the user interface thread, up to a limit that it tells. */
final class ResultGrid extends Composite {
    private static final long CELL_LIMIT = 4_000_000;

    private final Grid grid;
    private final Label note;
    private ResultTable shown;

    ResultGrid(Composite parent, String id, String name) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(this);
        grid = new Grid(this, id, name);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
        note = new Label(this, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).applyTo(note);
    }

    void show(ResultTable table) {
        if (table == shown) {
            return;
        }
        shown = table;
        switch (table.rows()) {
            case ResultTable.InMemory memory -> show(table, List.of(memory.table()));
            case ResultTable.OnDisk disk -> {
                note.setText(NLS.bind(Messages.ResultGrid_reading, Formats.count(disk.count())));
                Background.load(this, NLS.bind(Messages.ResultGrid_reading, table.title()), () -> read(disk.stored()), blocks -> {
                    if (shown == table) {
                        show(table, blocks);
                    }
                }, failure -> note.setText(NLS.bind(Messages.ResultGrid_failed, failure.getMessage())));
            }
        }
    }

    private void show(ResultTable table, List<Table> blocks) {
        TableModel model = TableModel.ofResult(table.rows().schema(), blocks, table.labels());
        grid.show(model);
        long all = table.rows().count();
        note.setText(model.rows() < all ? NLS.bind(Messages.ResultGrid_first, Formats.count(model.rows()), Formats.count(all))
                : NLS.bind(Messages.ResultGrid_rows, Formats.count(all)));
    }

    private static List<Table> read(StoredRows rows) {
        long limit = CELL_LIMIT / Math.max(1, rows.schema().size());
        List<Table> blocks = new ArrayList<>();
        try {
            rows.forEachBlock(block -> {
                long before = blocks.stream().mapToLong(Table::rows).sum();
                if (before >= limit) {
                    throw new EnoughRows();
                }
                blocks.add(block);
            });
        } catch (EnoughRows e) {
            // The only way out of the pass; what was read so far is shown, with a note.
            return blocks;
        }
        return blocks;
    }

    private static final class EnoughRows extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EnoughRows() {
            super(null, null, false, false);
        }
    }
}
