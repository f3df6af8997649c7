package org.orrery.ui.data.internal.rows;

import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.Progress;
import org.orrery.ui.Formats;

/** Progress of reading as that of a job, and for who shows it besides. Used by one thread. */
public final class JobProgress implements Progress {
    private static final int STEPS = 1000;
    /** Each text costs the reader; ten a second are enough for a person. */
    private static final long INTERVAL_NS = 100_000_000L;

    /** What is counted. */
    public enum Unit {
        /** Bytes of a file. */
        BYTES,
        /** Rows of a data set. */
        ROWS
    }

    private final SubMonitor monitor;
    private final Unit unit;
    private final DoubleConsumer listener;
    private long steps;
    private long told;

    /** @param listener told which part is done, at most ten times a second */
    public JobProgress(IProgressMonitor monitor, Unit unit, DoubleConsumer listener) {
        this.monitor = SubMonitor.convert(monitor, STEPS);
        this.unit = unit;
        this.listener = listener;
    }

    @Override
    public void worked(long done, long total) {
        if (total <= 0) {
            return;
        }
        long now = Math.min(STEPS, Math.round((double) STEPS * done / total));
        if (now > steps) {
            monitor.worked((int) (now - steps));
            steps = now;
        }
        if (System.nanoTime() - told > INTERVAL_NS) {
            told = System.nanoTime();
            monitor.subTask(unit == Unit.BYTES ? NLS.bind(Messages.JobProgress_bytes, Formats.bytes(done), Formats.bytes(total))
                    : NLS.bind(Messages.JobProgress_rows, Formats.count(done), Formats.count(total)));
            listener.accept((double) done / total);
        }
    }

    @Override
    public void checkCancelled() {
        if (monitor.isCanceled()) {
            throw new CancellationException();
        }
    }
}
