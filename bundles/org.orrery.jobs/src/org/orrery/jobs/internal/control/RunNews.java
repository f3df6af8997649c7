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
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.internal.control.Protocol.Reply;

/** The newest of one run for one client: who is slow misses what lies between, and holds up nobody. Thread-safe. */
final class RunNews implements RunListener {
    private final long run;
    /** No monitor: a virtual thread that waits on one keeps its carrier. */
    private final Lock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private RunSummary summary;
    private Result result;
    private RunProgress progress;

    RunNews(long run) {
        this.run = run;
    }

    @Override
    public void changed(RunSummary now) {
        if (now.id() == run) {
            put(() -> summary = now);
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

    private void put(Runnable change) {
        lock.lock();
        try {
            change.run();
            something.signal();
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
            if (summary == null && result == null && progress == null && !limit.isZero()) {
                something.awaitNanos(limit.toNanos());
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
}
