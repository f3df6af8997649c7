package org.orrery.jobs.internal.run;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import org.orrery.analysis.UnitCompute;

/** The threads of one run, for its units and for the inside of them. Never more than the granted width. Thread-safe. */
final class UnitPool implements AutoCloseable {
    private final int width;
    private final ThreadGroup group;
    private final ExecutorService threads;

    /** A thread of a pool, not one that a unit has started. */
    private static final class UnitThread extends Thread {
        UnitThread(ThreadGroup group, Runnable body, String name) {
            super(group, body, name);
        }
    }

    UnitPool(String name, int width) {
        this.width = width;
        this.group = new ThreadGroup(name);
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(width, width, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), body -> {
            Thread thread = new UnitThread(group, body, name + " " + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /** Whether a pool has made it. */
    static boolean isUnit(Thread thread) {
        return thread instanceof UnitThread;
    }

    /** All its threads are in it, and those that units start. */
    ThreadGroup group() {
        return group;
    }

    int width() {
        return width;
    }

    void execute(Runnable unit) {
        threads.execute(unit);
    }

    /**
     * Runs all parts on free threads and on the calling one, which does all of them when no thread is free: a part can
     * therefore ask for parts of its own. Returns when no part is at work any more.
     *
     * @param allocated takes the bytes that threads other than the calling one have allocated
     */
    void parallel(int count, UnitCompute.Part part, LongAdder allocated) throws Exception {
        if (count <= 0) {
            return;
        }
        Loop loop = new Loop(count, part);
        int others = Math.min(width, count) - 1;
        for (int i = 0; i < others; i++) {
            try {
                threads.execute(() -> {
                    long before = Meters.allocated();
                    loop.work();
                    allocated.add(Meters.allocated() - before);
                });
            } catch (RejectedExecutionException closed) {
                // The run is ending: the calling thread does what is left, until it is told to end as well.
                break;
            }
        }
        loop.work();
        loop.finish();
    }

    private static final class Loop {
        private final int count;
        private final UnitCompute.Part part;
        private final AtomicInteger next = new AtomicInteger();
        private int working;
        private int failedAt = Integer.MAX_VALUE;
        private Throwable failure;

        Loop(int count, UnitCompute.Part part) {
            this.count = count;
            this.part = part;
        }

        void work() {
            while (true) {
                int index;
                synchronized (this) {
                    // Taken under the lock, so that whoever finds no part left also sees every part at work.
                    index = failure == null ? next.getAndIncrement() : count;
                    if (index >= count) {
                        return;
                    }
                    working++;
                }
                Throwable thrown = null;
                try {
                    part.run(index);
                } catch (Throwable e) {
                    thrown = e;
                }
                synchronized (this) {
                    working--;
                    if (thrown != null && index < failedAt) {
                        failedAt = index;
                        failure = thrown;
                    }
                    notifyAll();
                }
            }
        }

        synchronized void finish() throws Exception {
            while (working > 0) {
                wait();
            }
            switch (failure) {
                case null -> {
                }
                case Exception e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(failure);
            }
        }
    }

    /** Begins nothing more; what runs ends by itself. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
