package org.orrery.jobs.internal.run;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.orrery.analysis.UnitProgress;
import org.orrery.jobs.StoredRun.LogLine;
import org.orrery.jobs.StoredRun.Metric;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.RunStore;
import org.orrery.jobs.internal.store.StoreThread;

/** Log lines and metrics on their way into the journal: with the next commit, or after a second. Thread-safe. */
final class SeriesBuffer {
    private static final int LARGEST = 8_192;
    private final StoreThread thread;
    private final RunStore store;
    private final Object lock = new Object();
    private List<LogLine> lines = new ArrayList<>();
    private List<Metric> metrics = new ArrayList<>();
    private final SeriesNews news;
    private final InstantSource clock;

    /**
     * @param news tells whoever listens of what the run reports
     * @param clock the instants of the run
     */
    SeriesBuffer(StoreThread thread, RunStore store, SeriesNews news, InstantSource clock) {
        this.clock = clock;
        this.thread = thread;
        this.store = store;
        this.news = news;
    }

    void log(UnitProgress.Level level, String unit, String message) {
        LogLine line;
        boolean full;
        synchronized (lock) {
            // The instant under the lock, so that the order is that of the instants.
            line = new LogLine(clock.instant(), level, unit, message);
            lines.add(line);
            full = lines.size() >= LARGEST;
            news.add(line);
        }
        if (full) {
            flush();
        }
    }

    void metric(String unit, String name, long step, double value) {
        boolean full;
        synchronized (lock) {
            Metric metric = new Metric(unit, name, step, clock.instant(), value);
            metrics.add(metric);
            full = metrics.size() >= LARGEST;
            news.add(metric);
        }
        if (full) {
            flush();
        }
    }

    /** Hands all over to the store thread. */
    void flush() {
        synchronized (lock) {
            // Handed over under the lock, so that the journal keeps the order.
            if (!lines.isEmpty()) {
                thread.append(store, new JournalEntry.Lines(List.copyOf(lines)), false);
                lines = new ArrayList<>();
            }
            if (!metrics.isEmpty()) {
                thread.append(store, new JournalEntry.Metrics(List.copyOf(metrics)), false);
                metrics = new ArrayList<>();
            }
        }
    }
}
