package org.orrery.ui.data.internal.rows;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.orrery.data.Progress;
import org.orrery.ui.Background;

/** Work on rows that may take a while: seen in the Progress view and over the table, and cancelled from either. */
final class RowJob<T> extends Job {
    /** Reads. */
    @FunctionalInterface
    interface Work<T> {
        /** On a worker thread; ends with a CancellationException when the progress says so. */
        T run(Progress progress) throws Exception;
    }

    private final WorkBar bar;
    private final Display display;
    private final Work<T> work;
    private final Consumer<? super T> show;
    private final Consumer<? super Exception> failed;

    private RowJob(WorkBar bar, String name, Work<T> work, Consumer<? super T> show, Consumer<? super Exception> failed) {
        super(name);
        this.bar = bar;
        this.display = bar.getDisplay();
        this.work = work;
        this.show = show;
        this.failed = failed;
    }

    /**
     * Begins the work and shows it in the bar.
     *
     * @param show takes the answer; on the user interface thread, as does {@code failed}
     * @param failed takes what went wrong; a CancellationException when the user has stopped it
     */
    static <T> RowJob<T> start(WorkBar bar, String name, Work<T> work, Consumer<? super T> show, Consumer<? super Exception> failed) {
        RowJob<T> job = new RowJob<>(bar, name, work, show, failed);
        bar.begin(name, job::cancel);
        job.setPriority(Job.SHORT);
        job.schedule();
        return job;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            T answer = work.run(new JobProgress(monitor, JobProgress.Unit.ROWS,
                    part -> Background.toUi(display, bar, () -> bar.progress(part))));
            end(() -> show.accept(answer));
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            end(() -> failed.accept(e));
            return Status.CANCEL_STATUS;
        } catch (Exception e) {
            // Shown over the table, where the user has asked for it.
            end(() -> failed.accept(e));
            return Status.OK_STATUS;
        }
    }

    private void end(Runnable action) {
        Background.toUi(display, bar, action);
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == Background.FAMILY;
    }
}
