package org.orrery.learning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

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
    /** Kept from call to call: models ask for threads some hundred times a second. */
    private final Executor pool = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private final AtomicInteger looks = new AtomicInteger();
    private volatile int last = Integer.MAX_VALUE;

    /** With so many threads. */
    public PlainCompute(int threads) {
        this.threads = threads;
    }

    /** Is found cancelled at that look, counted from 1, and at every one after it. */
    public void cancelAt(int look) {
        last = look;
    }

    /** How often it was looked whether it is cancelled. */
    public int looks() {
        return looks.get();
    }

    @Override
    public void checkCancelled() {
        if (looks.incrementAndGet() >= last) {
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
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> {
            for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                part.run(index);
            }
            return null;
        };
        List<FutureTask<Void>> others = Stream.generate(() -> new FutureTask<>(worker)).limit(Math.min(threads, count) - 1L).toList();
        others.forEach(pool::execute);
        try {
            // The caller works too: parallel work inside parallel work cannot wait for threads that are all waiting.
            worker.call();
            for (FutureTask<Void> other : others) {
                other.get();
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
