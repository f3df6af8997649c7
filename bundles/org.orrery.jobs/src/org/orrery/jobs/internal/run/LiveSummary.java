package org.orrery.jobs.internal.run;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.orrery.analysis.Outcomes;
import org.orrery.analysis.SummaryContext;
import org.orrery.analysis.Workload;
import org.orrery.analysis.result.Result;

/**
 * The result so far, computed at most once a second on a thread of its own. Thread-safe.
 *
 * @param <O> the outcome of a unit
 */
final class LiveSummary<O> {
    private static final long GAP_NANOS = 1_000_000_000L;
    private final Workload<O> workload;
    private final Supplier<Outcomes<O>> outcomes;
    private final ExecutorService threads;
    private final Consumer<Result> results;
    private final Consumer<Throwable> troubles;
    private boolean news;
    private boolean working;
    private boolean complained;
    private volatile boolean closed;
    private long last = System.nanoTime();

    LiveSummary(Workload<O> workload, Supplier<Outcomes<O>> outcomes, ExecutorService threads, Consumer<Result> results,
            Consumer<Throwable> troubles) {
        this.workload = workload;
        this.outcomes = outcomes;
        this.threads = threads;
        this.results = results;
        this.troubles = troubles;
    }

    /** There is an outcome more. */
    synchronized void touched() {
        news = true;
    }

    /** Begins a summary when it is time. */
    synchronized void tick() {
        if (news && !working && !closed && System.nanoTime() - last >= GAP_NANOS) {
            news = false;
            working = true;
            threads.execute(this::summarise);
        }
    }

    private void summarise() {
        try {
            Result result = workload.summarise(outcomes.get(), new LiveContext());
            synchronized (this) {
                if (!closed) {
                    results.accept(result);
                }
            }
        } catch (CancellationException e) {
            // The run has ended, and its final summary is on the way.
            return;
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            complain(e);
        } finally {
            synchronized (this) {
                working = false;
                last = System.nanoTime();
            }
        }
    }

    private synchronized void complain(Throwable e) {
        if (!complained && !closed) {
            complained = true;
            troubles.accept(e);
        }
    }

    /** No live result comes any more. */
    void close() {
        closed = true;
        synchronized (this) {
            news = false;
        }
    }

    /** The context of a final summary. */
    static SummaryContext last(Runnable checkCancelled) {
        return new SummaryContext() {
            @Override
            public boolean live() {
                return false;
            }

            @Override
            public void checkCancelled() {
                checkCancelled.run();
            }
        };
    }

    private final class LiveContext implements SummaryContext {
        @Override
        public boolean live() {
            return true;
        }

        @Override
        public void checkCancelled() {
            if (closed) {
                throw new CancellationException();
            }
        }
    }
}
