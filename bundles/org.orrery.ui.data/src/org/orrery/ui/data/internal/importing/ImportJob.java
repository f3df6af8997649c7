package org.orrery.ui.data.internal.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
    private final Optional<Dataset> read;

    /** @param name what the user calls the data set */
    public ImportJob(DatasetList list, Path file, String name, ReadOptions options) {
        this(list, file, name, options, null, Optional.empty());
    }

    /**
     * @param refused is told what is wrong with the file, on the thread of the job; null: the job fails with that
     * @param read what was read of the file in this way before; of use while the file has not changed
     */
    ImportJob(DatasetList list, Path file, String name, ReadOptions options, Consumer<String> refused, Optional<Dataset> read) {
        super(NLS.bind(Messages.ImportJob_name, file.getFileName()));
        this.list = list;
        this.file = file;
        this.name = name;
        this.options = options;
        this.refused = refused;
        this.read = read;
        setUser(true);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            list.put(named(isStillAsRead() ? read.get() : read(list, file, options, monitor)));
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

    /**
     * Reads the whole file.
     *
     * @throws CancellationException when the monitor says so
     */
    static Dataset read(DatasetList list, Path file, ReadOptions options, IProgressMonitor monitor) throws DataException {
        return list.workspace().data().importFile(file, options, new ByteProgress(SubMonitor.convert(monitor, STEPS)));
    }

    private boolean isStillAsRead() throws IOException {
        return read.isPresent() && Files.size(file) == read.get().bytes() && Files.getLastModifiedTime(file).toInstant().equals(read.get().modified());
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
