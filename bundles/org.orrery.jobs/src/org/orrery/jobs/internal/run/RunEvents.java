package org.orrery.jobs.internal.run;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;

import org.orrery.analysis.result.Result;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.internal.Patience;
import org.orrery.jobs.internal.Reporter;

/**
 * Tells listeners, on one thread of its own, at most ten times a second for one run, and always the last. Whoever has news
 * only leaves them here and goes on. Thread-safe.
 */
public final class RunEvents implements AutoCloseable {
    private static final long GAP_MILLIS = 100;
    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<Long, News> news = new ConcurrentHashMap<>();
    /** What may be told at once: of ten thousand that come together each would otherwise be planned, and the thread woken, by itself. */
    private final Queue<Runnable> ready = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final Runnable drain = this::drain;
    private final ScheduledExecutorService thread;
    private final Reporter reporter;
    private final ObjLongConsumer<String> beginnings;

    /** Starts the thread. */
    public RunEvents(Reporter reporter) {
        this(reporter, (unit, run) -> { });
    }

    /**
     * Starts the thread.
     *
     * @param beginnings is told of each unit and its run before it begins, on the thread of the run
     */
    RunEvents(Reporter reporter, ObjLongConsumer<String> beginnings) {
        this.reporter = reporter;
        this.beginnings = beginnings;
        this.thread = Executors.newSingleThreadScheduledExecutor(body -> {
            Thread made = new Thread(body, "Orrery run events");
            made.setDaemon(true);
            return made;
        });
    }

    private static final class News {
        private RunSummary summary;
        private Result result;
        private RunProgress progress;
        private Supplier<RunSeries> series;
        private boolean planned;
        private long told = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(GAP_MILLIS);
    }

    void add(RunListener listener) {
        Objects.requireNonNull(listener, "listener");
        if (!listeners.contains(listener)) {
            listeners.add(listener);
        }
    }

    void remove(RunListener listener) {
        listeners.remove(listener);
    }

    void begins(long run, String unit) {
        beginnings.accept(unit, run);
    }

    void changed(RunSummary summary) {
        put(summary.id(), each -> each.summary = summary);
    }

    void result(long run, Result result) {
        put(run, each -> each.result = result);
    }

    void progress(RunProgress progress) {
        put(progress.run(), each -> each.progress = progress);
    }

    /** There is something to be heard of the units; it is fetched when listeners are told. */
    void series(long run, Supplier<RunSeries> fresh) {
        put(run, each -> each.series = fresh);
    }

    void removed(long run) {
        news.remove(run);
        execute(() -> tell(listener -> listener.removed(run)), 0);
    }

    private void put(long run, Consumer<News> change) {
        News own = news.computeIfAbsent(run, key -> new News());
        synchronized (own) {
            change.accept(own);
            if (!own.planned) {
                long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - own.told);
                execute(() -> tell(run, own), GAP_MILLIS - since);
                // Not before: where there was no memory to plan it, the next news must.
                own.planned = true;
            }
        }
    }

    private void execute(Runnable body, long delayMillis) {
        try {
            if (delayMillis > 0) {
                thread.schedule(body, delayMillis, TimeUnit.MILLISECONDS);
                return;
            }
            ready.add(body);
            if (draining.compareAndSet(false, true)) {
                begin();
            }
        } catch (RejectedExecutionException closed) {
            // The workspace is closed and nobody listens any more.
            news.clear();
        }
    }

    private void begin() {
        boolean begun = false;
        try {
            thread.execute(drain);
            begun = true;
        } finally {
            // Where there was no memory to begin, the next news must.
            if (!begun) {
                draining.set(false);
            }
        }
    }

    private void drain() {
        // Before the first is taken: what comes while the last is told leads to another time.
        draining.set(false);
        for (Runnable next = ready.poll(); next != null; next = ready.poll()) {
            try {
                next.run();
            } catch (OutOfMemoryError e) {
                // Lost like any news at such a time, but those behind it must not be.
                Patience.pause();
            } catch (RuntimeException | Error e) {
                reporter.report("News of a run could not be told", e);
            }
        }
    }

    private void tell(long run, News own) {
        RunSummary summary;
        Result result;
        RunProgress progress;
        Supplier<RunSeries> series;
        synchronized (own) {
            summary = own.summary;
            result = own.result;
            progress = own.progress;
            series = own.series;
            own.series = null;
            own.summary = null;
            own.result = null;
            own.progress = null;
            own.planned = false;
            own.told = System.nanoTime();
        }
        // The result before the state: who hears that a run has ended can ask for its result.
        if (series != null) {
            RunSeries heard = series.get();
            tell(listener -> listener.series(heard));
        }
        if (progress != null) {
            tell(listener -> listener.progress(progress));
        }
        if (result != null) {
            tell(listener -> listener.result(run, result));
        }
        if (summary != null) {
            tell(listener -> listener.changed(summary));
            if (summary.state().ended()) {
                synchronized (own) {
                    if (!own.planned) {
                        news.remove(run, own);
                    }
                }
            }
        }
    }

    private void tell(Consumer<RunListener> call) {
        for (RunListener listener : listeners) {
            try {
                call.accept(listener);
            } catch (RuntimeException | LinkageError e) {
                reporter.report("A listener for runs failed: " + listener.getClass().getName(), e);
            }
        }
    }

    /** Tells what is left and ends. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
