package org.orrery.ui.internal.result;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import org.orrery.analysis.Names;
import org.orrery.analysis.StoredRows;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Table;
import org.orrery.ui.Background;
import org.orrery.ui.Formats;
import org.orrery.ui.Grid;
import org.orrery.ui.GridAction;
import org.orrery.ui.GridAction.Cell;
import org.orrery.ui.GridChoice;
import org.orrery.ui.GridModel.GridColumn;
import org.orrery.ui.StoredModel;
import org.orrery.ui.TableModel;
import org.orrery.ui.ValueModel;

/** One table of a result with all its rows; those on disk are read off the user interface thread. */
public final class ResultGrid extends Composite {
    /** Cells of a table that is kept in memory as it was read. */
    private static final long IN_MEMORY = 2_000_000;
    /** A row that a chart was drawn from is looked for among so many. */
    private static final int SEARCHED = 100_000;

    private final String id;
    private final FilterBar bar;
    private final Grid grid;
    private final Label note;
    private volatile ResultTable shown;
    private volatile Names names = Names.NONE;
    private ValueModel loaded;
    private boolean reading;
    private Optional<ToolItem> turn = Optional.empty();
    private boolean turned;
    private Runnable showTurned = () -> { };
    /** Whether the rows of what is loaded are summed up. */
    private boolean grouped;

    public ResultGrid(Composite parent, String id, String name, TableSaving saving) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(this);
        this.id = id;
        bar = new FilterBar(this, id);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        grid = new Grid(this, id, name);
        bar.filters(grid);
        bar.action(id + ".copy", "copy", Messages.ResultGrid_copy, Messages.ResultGrid_copyTip, grid::copy); //$NON-NLS-1$ //$NON-NLS-2$
        bar.action(id + ".export", "export", Messages.ResultGrid_export, Messages.ResultGrid_exportTip, //$NON-NLS-1$ //$NON-NLS-2$
                () -> whenShown(table -> saving.export(getShell(), table)));
        bar.action(id + ".dataset", "dataset", Messages.ResultGrid_dataset, Messages.ResultGrid_datasetTip, //$NON-NLS-1$ //$NON-NLS-2$
                () -> whenShown(table -> saving.asDataset(getShell(), table)));
        grid.onChange(this::count);
        grid.choice(new GridChoice(Messages.ResultGrid_groupBy, this::groupable, chosen -> {
            if (grouped) {
                ungroup();
            } else {
                group(chosen);
            }
        }));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
        note = new Label(this, SWT.NONE);
        note.setData("orrery.id", id + ".note"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).applyTo(note);
    }

    /** Offers, for a row, the row of the data set that it is about and the predictions that it sums up. */
    public void link(RowLinks links) {
        grid.action(new GridAction(Messages.ResultGrid_showData, row -> !grouped && links.hasData() && RowLinks.dataRow(loaded, row).isPresent(),
                row -> RowLinks.dataRow(loaded, row).ifPresent(links::showData)));
        grid.action(new GridAction(Messages.ResultGrid_rowsBehind, row -> !grouped && links.hasRowsBehind(RowLinks.values(loaded, row)),
                row -> links.showRowsBehind(RowLinks.values(loaded, row)), row -> grouped ? List.of() : cells(links, row)));
    }

    private List<Cell> cells(RowLinks links, int row) {
        return links.cellsBehind(RowLinks.values(loaded, row)).entrySet().stream().map(cell -> {
            int column = loaded.schema().indexOf(cell.getKey());
            String text = NLS.bind(Messages.ResultGrid_cell, loaded.columns().get(column).title(), loaded.text(row, column));
            return new Cell(column, text, () -> links.showRowsBehind(cell.getValue()));
        }).toList();
    }

    /** Selects the row of the table on show with these values by column, if there is one; nothing for none. */
    public void select(Map<String, Object> values) {
        if (!values.isEmpty() && loaded != null && !grouped && loaded.rows() <= SEARCHED) {
            IntStream.range(0, loaded.rows()).filter(row -> RowLinks.values(loaded, row).equals(values)).findFirst().ifPresent(grid::selectRow);
        }
    }

    /** Sums the rows up by the values of a column. */
    private void group(int column) {
        ValueModel model = loaded;
        ResultTable table = shown;
        Background.load(this, NLS.bind(Messages.ResultGrid_grouping, model.columns().get(column).title()), () -> Groups.of(model, column, () -> shown != table || isDisposed()), groups -> {
            if (loaded == model) {
                grouped = true;
                grid.show(groups);
                note.setText(NLS.bind(Messages.ResultGrid_groups, Formats.count(groups.rows()), Formats.count(model.rows())));
            }
        }, failure -> {
            if (!(failure instanceof CancellationException)) {
                note.setText(failure.getMessage());
            }
        });
    }

    private void ungroup() {
        grouped = false;
        grid.show(loaded);
        count();
    }

    private List<String> groupable() {
        if (loaded == null) {
            return List.of();
        }
        return grouped ? List.of(Messages.ResultGrid_ungroup) : loaded.columns().stream().map(GridColumn::title).toList();
    }

    private void whenShown(Consumer<ResultTable> action) {
        if (shown != null) {
            action.accept(shown);
        }
    }

    /**
     * Shows a table of a result, or, as a switch above it says, the one that tells the same with rows and columns swapped.
     *
     * @param words what is read for the words in it
     */
    public void show(ResultTable table, Optional<ResultTable> transposed, Names words) {
        if (transposed.isEmpty()) {
            turn.ifPresent(bar::remove);
            turn = Optional.empty();
        } else if (turn.isEmpty()) {
            turn = Optional.of(bar.choice(id + ".transpose", "transpose", Messages.ResultGrid_transpose, Messages.ResultGrid_transposeTip, turned, //$NON-NLS-1$ //$NON-NLS-2$
                    on -> {
                        turned = on;
                        showTurned.run();
                    }));
        }
        showTurned = () -> show(turned ? transposed.orElse(table) : table, words);
        showTurned.run();
    }

    /**
     * Shows all rows of a table; those that were shown before stay until the new ones are read.
     *
     * @param words what is read for the words in it
     */
    public void show(ResultTable table, Names words) {
        names = words;
        if (table == shown) {
            return;
        }
        shown = table;
        if (!reading) {
            read(table);
        }
    }

    private void read(ResultTable table) {
        switch (table.rows()) {
            case ResultTable.InMemory memory -> show(table, TableModel.ofResult(memory.schema(), List.of(memory.table()), table.labels(), names));
            case ResultTable.OnDisk disk -> {
                reading = true;
                String what = NLS.bind(Messages.ResultGrid_reading, Formats.count(disk.count()));
                note.setText(what);
                Background.load(this, what, () -> model(table, disk.stored()), model -> {
                    show(table, model);
                    next(table);
                }, failure -> {
                    if (!(failure instanceof CancellationException)) {
                        note.setText(NLS.bind(Messages.ResultGrid_failed, failure.getMessage()));
                    }
                    next(table);
                });
            }
        }
    }

    /** Of the tables that a run at work has given in the meantime only the newest is read. */
    private void next(ResultTable read) {
        reading = false;
        if (shown != read) {
            read(shown);
        }
    }

    private void show(ResultTable table, ValueModel model) {
        if (shown == table) {
            loaded = model;
            grouped = false;
            grid.show(model);
            count();
        }
    }

    /** Says how many rows are shown, and of how many when that is not all. */
    private void count() {
        if (loaded == null || grouped) {
            return;
        }
        if (grid.shownRows() < loaded.rows()) {
            note.setText(NLS.bind(Messages.ResultGrid_filtered, Formats.count(grid.shownRows()), Formats.count(loaded.rows())));
        } else {
            note.setText(NLS.bind(Messages.ResultGrid_rows, Formats.count(loaded.rows())));
        }
    }

    private ValueModel model(ResultTable table, StoredRows rows) throws IOException {
        if (rows.count() * rows.schema().size() > IN_MEMORY) {
            return StoredModel.read(rows, table.labels(), names, () -> shown != table || isDisposed());
        }
        List<Table> blocks = new ArrayList<>();
        rows.forEachBlock(blocks::add);
        return TableModel.ofResult(rows.schema(), blocks, table.labels(), names);
    }
}
