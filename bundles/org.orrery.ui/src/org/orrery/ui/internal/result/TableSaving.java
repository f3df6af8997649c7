package org.orrery.ui.internal.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.TableExporter;
import org.orrery.data.TableFormat;
import org.orrery.ui.Background;
import org.orrery.ui.DatasetList;
import org.orrery.ui.Desktop;
import org.orrery.ui.Formats;

/** Writes whole tables of results: to a file of the user's choice, or as a data set of the workspace. Off the user interface thread. */
public final class TableSaving {
    private final DatasetList datasets;
    private final TableExporter exporter;
    private final Desktop desktop;
    private final long run;

    public TableSaving(DatasetList datasets, TableExporter exporter, Desktop desktop, long run) {
        this.datasets = datasets;
        this.exporter = exporter;
        this.desktop = desktop;
        this.run = run;
    }

    /** Asks for a file and writes every row into it, not only those that are shown. */
    public void export(Shell shell, ResultTable table) {
        String title = NLS.bind(Messages.TableSaving_export, table.title());
        List<TableFormat> formats = List.of(TableFormat.values());
        desktop.write(shell, new Desktop.Offer(title, table.id() + ".csv", formats.stream().map(TableFormat::id).toList(), //$NON-NLS-1$
                List.of(Messages.TableSaving_csv, Messages.TableSaving_tsv, Messages.TableSaving_xlsx, Messages.TableSaving_parquet, Messages.TableSaving_latex)))
                .ifPresent(chosen -> {
                    TableFormat format = TableFormat.of(chosen.file()).orElse(formats.get(chosen.kind()));
                    Background.load(shell, title, () -> write(table, chosen.file(), format), done -> { }, failure -> refuse(shell, title, failure));
                });
    }

    /** Makes a data set of it, for other analyses. */
    public void asDataset(Shell shell, ResultTable table) {
        String title = NLS.bind(Messages.TableSaving_dataset, table.title());
        Background.load(shell, title, () -> put(table), made -> MessageDialog.openInformation(shell, title,
                NLS.bind(Messages.TableSaving_made, made.name(), Formats.count(made.rows()))), failure -> refuse(shell, title, failure));
    }

    private Dataset put(ResultTable table) throws IOException, DataException {
        Path folder = datasets.workspace().folder().resolve("tables"); //$NON-NLS-1$
        Files.createDirectories(folder);
        Path file = write(table, folder.resolve("run-" + run + '-' + table.id() + ".csv"), TableFormat.CSV); //$NON-NLS-1$ //$NON-NLS-2$
        Dataset made = datasets.workspace().data().importFile(file, ReadOptions.DETECT, Progress.NONE);
        datasets.put(made);
        return made;
    }

    private Path write(ResultTable table, Path file, TableFormat format) throws DataException {
        exporter.write(file, format, action -> {
            switch (table.rows()) {
                case ResultTable.InMemory memory -> action.accept(memory.table());
                case ResultTable.OnDisk disk -> disk.stored().forEachBlock(action);
            }
        });
        return file;
    }

    private static void refuse(Shell shell, String title, Exception failure) {
        MessageDialog.openError(shell, title, String.valueOf(failure.getMessage()));
    }
}
