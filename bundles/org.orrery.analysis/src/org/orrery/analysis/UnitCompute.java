package org.orrery.analysis;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;

/** Threads, chance and cancellation of a unit. Safe for any number of threads, unless said otherwise. */
public interface UnitCompute {
    /** One part of a loop that runs on several threads. */
    @FunctionalInterface
    interface Part {
        /** Does part {@code index}. */
        void run(int index) throws Exception;
    }

    /**
     * Ends the unit when the user wants the run to end. Call it at least every 100 ms of work; it costs a volatile read.
     *
     * @throws CancellationException when the work shall end: let it pass
     */
    void checkCancelled();

    /** How many threads this unit may use, at least 1. */
    int threads();

    /**
     * Runs parts 0 to {@code count − 1} on the threads lent to this unit, the calling one among them, and returns when
     * all are done. Results must not depend on which thread does what.
     *
     * @throws Exception the first failure by index; the parts not begun are left out
     */
    void parallel(int count, Part part) throws Exception;

    /**
     * A source of chance that depends on the seed of the run, the id of this unit and that name, and on nothing else: the
     * same after a resume and for any number of threads. The generator itself is for one thread.
     */
    RandomGenerator random(String stream);

    /** When the time budget of this unit or its group ends. */
    Optional<Instant> deadline();

    /**
     * Which attempt at the run this is, from 1. For work that goes on outside, such as a program with checkpoints of its own; what is
     * computed here must not depend on it.
     */
    default int attempt() {
        return 1;
    }

    /** Calls the action, on another thread, as soon as the user cancels; closing the handle takes it back. */
    Registration onCancel(Runnable action);

    /**
     * Runs a program and waits for its end. When the user cancels, it is ended with all that it has started.
     *
     * @throws CancellationException when the work shall end: let it pass
     * @throws IOException when it cannot be started
     */
    ProcessSpec.End process(ProcessSpec spec) throws IOException, InterruptedException;

    /** Takes something back. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
