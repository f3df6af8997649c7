package org.orrery.learning;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.orrery.analysis.ProcessSpec;
import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.math.CounterRandom;

/** A unit's threads, chance and cancellation without a run around it. */
public final class PlainCompute implements UnitCompute {
    /** Reports to nobody. */
    public static final UnitProgress QUIET = new UnitProgress() {
        @Override
        public void worked(long done, long total, String what) {
            // Nobody listens.
        }

        @Override
        public void metric(String name, long step, double value) {
            // Nobody listens.
        }

        @Override
        public void log(Level level, String message) {
            // Nobody listens.
        }
    };

    private final int threads;
    private volatile boolean cancelled;

    /** With so many threads. */
    public PlainCompute(int threads) {
        this.threads = threads;
    }

    /** Cancels from now on. */
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void checkCancelled() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public void parallel(int count, Part part) throws Exception {
        if (threads == 1) {
            for (int index = 0; index < count; index++) {
                part.run(index);
            }
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<?> done : pool.invokeAll(IntStream.range(0, count).mapToObj(index -> (Callable<Void>) () -> {
                part.run(index);
                return null;
            }).toList())) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    @Override
    public RandomGenerator random(String stream) {
        return CounterRandom.of(1, "test", stream);
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.empty();
    }

    @Override
    public ProcessSpec.End process(ProcessSpec spec) {
        throw new UnsupportedOperationException("No unit of this test starts a program");
    }

    @Override
    public Registration onCancel(Runnable action) {
        return () -> {
        };
    }
}
