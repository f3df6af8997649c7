package org.orrery.jobs.internal.workspace;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.internal.Reporter;

/** Keeps a history up to date on a thread of its own, which nobody interrupts; only the newest state of a run is written. */
final class HistoryWriter implements RunListener, AutoCloseable {
    private final RunHistory history;
    private final Reporter reporter;
    private final Map<Long, RunSummary> pending = new ConcurrentHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(body -> {
        Thread made = new Thread(body, "Orrery history");
        made.setDaemon(true);
        return made;
    });

    HistoryWriter(RunHistory history, Reporter reporter) {
        this.history = history;
        this.reporter = reporter;
    }

    @Override
    public void changed(RunSummary run) {
        if (pending.put(run.id(), run) == null) {
            execute(() -> {
                RunSummary newest = pending.remove(run.id());
                if (newest != null) {
                    history.put(newest);
                }
            });
        }
    }

    @Override
    public void removed(long run) {
        pending.remove(run);
        execute(() -> history.remove(run));
    }

    private void execute(Runnable write) {
        try {
            thread.execute(() -> {
                try {
                    write.run();
                } catch (RuntimeException e) {
                    // The run folders have it all; the index is repaired when it is opened again.
                    reporter.report("The history could not be brought up to date", e);
                }
            });
        } catch (RejectedExecutionException e) {
            reporter.report("A run changed after the history was closed", e);
        }
    }

    /** Writes what is left. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                reporter.report("The history did not come to an end in time", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
