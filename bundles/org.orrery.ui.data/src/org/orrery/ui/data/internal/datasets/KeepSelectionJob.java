package org.orrery.ui.data.internal.datasets;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.TableCsv;
import org.orrery.ui.DatasetList;
import org.orrery.ui.data.internal.rows.RowSelection;
import org.orrery.ui.data.internal.rows.RowSource;

/** Writes selected rows and columns to a CSV file and keeps that as a data set whose types are those of the first one. */
final class KeepSelectionJob extends Job {
    private final DatasetList list;
    private final RowSource source;
    private final List<String> columns;
    private final RowSelection rows;
    private final Path file;

    KeepSelectionJob(DatasetList list, RowSource source, List<String> columns, RowSelection rows, Path file) {
        super(NLS.bind(Messages.KeepSelectionJob_name, file.getFileName()));
        this.list = list;
        this.source = source;
        this.columns = columns;
        this.rows = rows;
        this.file = file;
        setUser(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Path aside = file.resolveSibling(file.getFileName() + ".new"); //$NON-NLS-1$
        try {
            write(aside, SubMonitor.convert(monitor, (int) Math.min(rows.count(), Integer.MAX_VALUE)));
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            Dataset read = list.workspace().data().importFile(file, options(), Progress.NONE);
            list.put(read);
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            return discarded(aside, Status.CANCEL_STATUS);
        } catch (DataException e) {
            return Status.error(e.getMessage());
        } catch (Exception e) {
            return discarded(aside, Status.error(NLS.bind(Messages.KeepSelectionJob_failed, file, e.getMessage()), e));
        }
    }

    private static IStatus discarded(Path aside, IStatus status) {
        try {
            Files.deleteIfExists(aside);
            return status;
        } catch (IOException e) {
            return Status.error(NLS.bind(Messages.KeepSelectionJob_failed, aside, e.getMessage()), e);
        }
    }

    private void write(Path aside, SubMonitor progress) throws Exception {
        Exception[] failure = new Exception[1];
        try (OutputStream out = Files.newOutputStream(aside)) {
            TableCsv.writeExactly(out, blocks -> {
                try {
                    rows.forEach(source, columns, table -> {
                        if (progress.isCanceled()) {
                            throw new CancellationException();
                        }
                        blocks.accept(table);
                        progress.worked(table.rows());
                    });
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    failure[0] = e;
                }
            });
        }
        if (failure[0] != null) {
            throw failure[0];
        }
    }

    /** Exactly as it was written: nothing is to be detected, and no text stands for a missing value. */
    private ReadOptions options() {
        Map<String, ColumnType> types = source.schema().columns().stream().filter(column -> columns.contains(column.name()))
                .collect(Collectors.toMap(Column::name, Column::type));
        return ReadOptions.DETECT.change().delimiter(",").quote('"').escape(ReadOptions.Escape.DOUBLED) //$NON-NLS-1$
                .comment(ReadOptions.NONE).trailingDelimiter(false).encoding("UTF-8").skip(0).skipEnd(0).header(true).secondHeader(false) //$NON-NLS-1$
                .decimal('.').grouping(ReadOptions.NONE).missing(List.of("")).types(types).zone("UTC").options(); //$NON-NLS-1$ //$NON-NLS-2$
    }
}
