package org.orrery.ui.data.internal.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.ui.DatasetList;
import org.orrery.ui.Formats;

/** Imports one file in the background, with progress in bytes, and keeps the data set under its name. */
public final class ImportJob extends Job {
    /** All imports; tests join it. */
    public static final Object FAMILY = new Object();
    private static final int STEPS = 1000;

    private final DatasetList list;
    private final Path file;
    private final String name;
    private final ReadOptions options;
    private final Consumer<String> refused;

    /** @param name what the user calls the data set */
    public ImportJob(DatasetList list, Path file, String name, ReadOptions options) {
        this(list, file, name, options, null);
    }

    /** @param refused is told what is wrong with the file, on the thread of the job; null: the job fails with that */
    ImportJob(DatasetList list, Path file, String name, ReadOptions options, Consumer<String> refused) {
        super(NLS.bind(Messages.ImportJob_name, file.getFileName()));
        this.list = list;
        this.file = file;
        this.name = name;
        this.options = options;
        this.refused = refused;
        setUser(true);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        SubMonitor sub = SubMonitor.convert(monitor, STEPS);
        try {
            Dataset imported = list.workspace().data().importFile(file, options, new ByteProgress(sub));
            list.put(named(imported));
            return Status.OK_STATUS;
        } catch (CancellationException | OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        } catch (DataException e) {
            if (refused == null) {
                return Status.error(ImportErrors.sentence(e));
            }
            // A file that is not as it should be is no error of the program.
            refused.accept(ImportErrors.sentence(e));
            return Status.info(ImportErrors.sentence(e));
        } catch (IOException e) {
            return Status.error(NLS.bind(Messages.ImportJob_catalog, name, e.getMessage()), e);
        }
    }

    private Dataset named(Dataset read) {
        return new Dataset(name, read.source(), read.options(), read.schema(), read.rows(), read.sha256(), read.bytes(), read.modified(),
                read.warnings());
    }

    private static final class ByteProgress implements Progress {
        private final SubMonitor monitor;
        private long steps;
        private long lastText;

        ByteProgress(SubMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public void worked(long done, long total) {
            if (total > 0) {
                long now = Math.min(STEPS, STEPS * done / total);
                if (now > steps) {
                    monitor.worked((int) (now - steps));
                    steps = now;
                }
                // Each text costs the reader; ten a second are enough for a person.
                if (System.nanoTime() - lastText > 100_000_000L) {
                    lastText = System.nanoTime();
                    monitor.subTask(NLS.bind(Messages.ImportJob_bytes, Formats.bytes(done), Formats.bytes(total)));
                }
            }
        }

        @Override
        public void checkCancelled() {
            if (monitor.isCanceled()) {
                throw new CancellationException();
            }
        }
    }
}
