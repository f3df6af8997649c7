package org.orrery.testkit.internal.stage;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.orrery.analysis.Unit;

/** Tells when a unit has come to a place, and how many units are at work. */
public final class Gate implements Probe {
    /** Where in a unit. */
    public enum Place {
        /** As it begins: all units before it are committed, or are being committed. */
        BEGIN,
        /** When it first calls its context, with some of its work and output done. */
        INSIDE,
        /** When it returns or fails: its work is done, its outcome not yet taken. */
        END
    }

    /** What is done at the place, on the thread of the unit. */
    @FunctionalInterface
    public interface Action {
        /** Does it. */
        void run() throws Exception;
    }

    private final String unit;
    private final Place place;
    private final Action action;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final AtomicBoolean once = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int active;

    /** A gate at that place, where that action is done before the unit goes on. */
    public Gate(String unit, Place place, Action action) {
        this.unit = Objects.requireNonNull(unit, "unit");
        this.place = place;
        this.action = action;
    }

    /** A gate at the beginning of that unit, where nothing is done. */
    public Gate(String unit) {
        this(unit, Place.BEGIN, () -> {
        });
    }

    /** Waits until the unit is there. */
    public boolean await(Duration limit) throws InterruptedException {
        return reached.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits until no unit is at work. */
    public boolean idle(Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (active > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return active == 0;
        } finally {
            lock.unlock();
        }
    }

    private void count(int change) {
        lock.lock();
        try {
            active += change;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void pass(Unit at, Place where) throws Exception {
        if (where == place && at.id().equals(unit) && once.compareAndSet(false, true)) {
            try {
                action.run();
            } finally {
                reached.countDown();
            }
        }
    }

    @Override
    public void before(Unit at) throws Exception {
        count(1);
        pass(at, Place.BEGIN);
    }

    @Override
    public void inside(Unit at) {
        try {
            pass(at, Place.INSIDE);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void returned(Unit at, Object outcome) throws Exception {
        pass(at, Place.INSIDE);
        pass(at, Place.END);
        count(-1);
    }

    @Override
    public void thrown(Unit at, Throwable error) {
        try {
            pass(at, Place.INSIDE);
            pass(at, Place.END);
        } catch (Exception e) {
            error.addSuppressed(e);
        } finally {
            count(-1);
        }
    }
}
