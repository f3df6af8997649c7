package org.orrery.ui.data.internal.files;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.FileRows;
import org.orrery.ui.data.internal.rows.JobProgress;

/** Finds out where the rows of a file stand, with progress in bytes; what is known when it is cancelled stays known. */
public final class IndexJob extends Job {
    /** All of these; tests join it. */
    public static final Object FAMILY = new Object();

    private final FileRows rows;
    private final DoubleConsumer progress;
    private final Consumer<String> ended;

    /**
     * @param progress told which part is done; on the worker thread, as is {@code ended}
     * @param ended told when it is over, with what went wrong; an empty text when nothing did
     */
    IndexJob(FileRows rows, DoubleConsumer progress, Consumer<String> ended) {
        super(NLS.bind(Messages.IndexJob_name, rows.preview().file().getFileName()));
        this.rows = rows;
        this.progress = progress;
        this.ended = ended;
        setPriority(Job.LONG);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            rows.index(new JobProgress(monitor, JobProgress.Unit.BYTES, progress));
            ended.accept(""); //$NON-NLS-1$
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            ended.accept(""); //$NON-NLS-1$
            return Status.CANCEL_STATUS;
        } catch (DataException e) {
            // The page of the file says so.
            ended.accept(e.getMessage());
            return Status.OK_STATUS;
        }
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY;
    }
}
