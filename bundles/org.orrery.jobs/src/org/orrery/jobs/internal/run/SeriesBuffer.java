package org.orrery.jobs.internal.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.orrery.analysis.UnitProgress;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.StoredRun.LogLine;
import org.orrery.jobs.StoredRun.Metric;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.RunStore;
import org.orrery.jobs.internal.store.StoreThread;

/** Log lines and metrics on their way into the journal: with the next commit, or after a second. Thread-safe. */
final class SeriesBuffer {
    private static final int LARGEST = 8_192;
    /** So many values and lines are heard at once; more than that nobody can see. */
    private static final int MOST_HEARD = 20_000;
    private final StoreThread thread;
    private final RunStore store;
    private final Object lock = new Object();
    private List<LogLine> lines = new ArrayList<>();
    private List<Metric> metrics = new ArrayList<>();
    private final RunEvents events;
    private final long run;
    private List<LogLine> freshLines = new ArrayList<>();
    private List<Metric> freshMetrics = new ArrayList<>();
    private long leftOut;
    private boolean told;

    /** @param events tells whoever listens of what the run reports */
    SeriesBuffer(StoreThread thread, RunStore store, RunEvents events, long run) {
        this.thread = thread;
        this.store = store;
        this.events = events;
        this.run = run;
    }

    void log(UnitProgress.Level level, String unit, String message) {
        boolean full;
        boolean tell;
        synchronized (lock) {
            LogLine line = new LogLine(Instant.now(), level, unit, message);
            lines.add(line);
            full = lines.size() >= LARGEST;
            tell = fresh(freshLines, line);
        }
        hear(tell);
        if (full) {
            flush();
        }
    }

    void metric(String unit, String name, long step, double value) {
        boolean full;
        boolean tell;
        synchronized (lock) {
            Metric metric = new Metric(unit, name, step, Instant.now(), value);
            metrics.add(metric);
            full = metrics.size() >= LARGEST;
            tell = fresh(freshMetrics, metric);
        }
        hear(tell);
        if (full) {
            flush();
        }
    }

    /** Whether listeners have to be told that there is something to be heard. */
    private <T> boolean fresh(List<T> list, T one) {
        if (list.size() < MOST_HEARD) {
            list.add(one);
        } else {
            leftOut++;
        }
        boolean first = !told;
        told = true;
        return first;
    }

    private void hear(boolean tell) {
        if (tell) {
            events.series(run, this::heard);
        }
    }

    private RunSeries heard() {
        synchronized (lock) {
            RunSeries heard = new RunSeries(run, freshMetrics, freshLines, leftOut);
            freshMetrics = new ArrayList<>();
            freshLines = new ArrayList<>();
            leftOut = 0;
            told = false;
            return heard;
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
