package org.orrery.benchmarks.classification;

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

/** The threads of a unit without a run around it. */
final class Threads implements UnitCompute, AutoCloseable {
    static final UnitProgress QUIET = new UnitProgress() {
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
            System.err.println(message);
        }
    };

    private final int threads;
    private final long seed;
    private final ExecutorService pool;
    private volatile boolean cancelled;

    Threads(int threads) {
        this(threads, 1);
    }

    Threads(int threads, long seed) {
        this.threads = threads;
        this.seed = seed;
        this.pool = Executors.newFixedThreadPool(threads);
    }

    @Override
    public void checkCancelled() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public void parallel(int count, Part part) throws Exception {
        try {
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
        return CounterRandom.of(seed, "benchmark", stream);
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.empty();
    }

    @Override
    public ProcessSpec.End process(ProcessSpec spec) {
        throw new UnsupportedOperationException("No model starts a program");
    }

    @Override
    public Registration onCancel(Runnable action) {
        return () -> { };
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
