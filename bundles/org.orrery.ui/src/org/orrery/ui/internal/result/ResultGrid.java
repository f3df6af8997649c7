package org.orrery.ui.internal.result;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
public final class ResultGrid extends Composite {
    private static final long CELL_LIMIT = 4_000_000;
    /** More the tool kit cannot take in without a pause that is felt. */
    private static final long ROW_LIMIT = 100_000;

    private final Grid grid;
    private final Label note;
    private ResultTable shown;
    private TableModel loaded;

    public ResultGrid(Composite parent, String id, String name, TableSaving saving) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(this);
        FilterBar bar = new FilterBar(this, id);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        grid = new Grid(this, id, name);
        bar.filters(grid);
        bar.action(id + ".copy", "copy", Messages.ResultGrid_copy, Messages.ResultGrid_copyTip, grid::copy); //$NON-NLS-1$ //$NON-NLS-2$
        bar.action(id + ".export", "export", Messages.ResultGrid_export, Messages.ResultGrid_exportTip, //$NON-NLS-1$ //$NON-NLS-2$
                () -> whenShown(table -> saving.export(getShell(), table)));
        bar.action(id + ".dataset", "dataset", Messages.ResultGrid_dataset, Messages.ResultGrid_datasetTip, //$NON-NLS-1$ //$NON-NLS-2$
                () -> whenShown(table -> saving.asDataset(getShell(), table)));
        grid.onChange(this::count);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
        note = new Label(this, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).applyTo(note);
    }

    private void whenShown(Consumer<ResultTable> action) {
        if (shown != null) {
            action.accept(shown);
        }
    }

    public void show(ResultTable table) {
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
        loaded = TableModel.ofResult(table.rows().schema(), blocks, table.labels());
        grid.show(loaded);
        count();
    }

    /** Says how many rows are shown, and of how many when that is not all. */
    private void count() {
        if (loaded == null) {
            return;
        }
        long all = shown.rows().count();
        if (grid.listedRows() < grid.shownRows()) {
            note.setText(NLS.bind(Messages.ResultGrid_listed, Formats.count(grid.listedRows()), Formats.count(grid.shownRows())));
        } else if (grid.shownRows() < loaded.rows()) {
            note.setText(NLS.bind(Messages.ResultGrid_filtered, Formats.count(grid.shownRows()), Formats.count(loaded.rows())));
        } else {
            note.setText(loaded.rows() < all ? NLS.bind(Messages.ResultGrid_first, Formats.count(loaded.rows()), Formats.count(all))
                    : NLS.bind(Messages.ResultGrid_rows, Formats.count(all)));
        }
    }

    private static List<Table> read(StoredRows rows) {
        long limit = Math.min(ROW_LIMIT, CELL_LIMIT / Math.max(1, rows.schema().size()));
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
