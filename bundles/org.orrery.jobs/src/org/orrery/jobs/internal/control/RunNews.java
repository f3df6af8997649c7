package org.orrery.jobs.internal.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.orrery.analysis.result.Result;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun.LogLine;
import org.orrery.jobs.internal.control.Protocol.Reply;

/** The newest of one run for one client: who is slow misses what lies between, and holds up nobody. Thread-safe. */
final class RunNews implements RunListener {
    /** So many values and lines wait for one that is slow. */
    private static final int MOST_HEARD = 1_000;
    /** A message has a largest size, which lines of any length would not fit into. */
    private static final int LONGEST_LINE = 2_000;
    private final long run;
    /** No monitor: a virtual thread that waits on one keeps its carrier. */
    private final Lock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private RunSummary summary;
    private Result result;
    private RunProgress progress;
    private RunSeries series;
    private boolean ended;

    RunNews(long run) {
        this.run = run;
    }

    @Override
    public void changed(RunSummary now) {
        if (now.id() == run) {
            put(() -> {
                summary = now;
                ended |= now.state().ended();
            });
        }
    }

    @Override
    public void result(long of, Result now) {
        if (of == run) {
            put(() -> result = now);
        }
    }

    @Override
    public void progress(RunProgress now) {
        if (now.run() == run) {
            put(() -> progress = now);
        }
    }

    @Override
    public void series(RunSeries now) {
        if (now.run() == run) {
            put(() -> series = (series == null ? new RunSeries(run, List.of(), List.of(), 0) : series).and(now, MOST_HEARD));
        }
    }

    private void put(Runnable change) {
        lock.lock();
        try {
            change.run();
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the end of the run has been told, before which everything else is; at most that long. */
    void awaitEnd(Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (!ended && left > 0) {
                left = something.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** What is new, at the latest after that time; then that there is nothing. */
    List<Reply> take(Duration limit) throws InterruptedException {
        Result newest;
        List<Reply> replies = new ArrayList<>();
        lock.lock();
        try {
            if (summary == null && result == null && progress == null && series == null && !limit.isZero()) {
                something.awaitNanos(limit.toNanos());
            }
            if (series != null) {
                replies.add(Reply.series(shortened(series)));
            }
            if (progress != null) {
                replies.add(Reply.progress(progress));
            }
            if (summary != null) {
                replies.add(Reply.changed(summary));
            }
            newest = result;
            summary = null;
            result = null;
            progress = null;
            series = null;
        } finally {
            lock.unlock();
        }
        if (newest != null) {
            replies.add(0, Reply.result(run, ResultNews.of(newest)));
        }
        if (replies.isEmpty() && !limit.isZero()) {
            replies.add(Reply.alive());
        }
        return replies;
    }

    private static RunSeries shortened(RunSeries series) {
        return new RunSeries(series.run(), series.metrics(), series.lines().stream().map(line -> line.message().length() <= LONGEST_LINE ? line
                : new LogLine(line.instant(), line.level(), line.unit(), line.message().substring(0, LONGEST_LINE) + "…")).toList(),
                series.leftOut());
    }
}
