package org.orrery.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * What Ctrl-C, or a request of the system to end, does: the first one ends the work so that it can be resumed; the second
 * ends the process at once, which does no damage either, since whatever was acknowledged is on disk.
 */
public final class Interruption {
    /** After the work was ended or left behind. */
    private static final int LIMIT_SECONDS = 5;

    private final Terminal terminal;
    private final IntConsumer halt;
    private final AtomicReference<Runnable> action = new AtomicReference<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean requested;

    /** @param halt ends the process at once with that code */
    public Interruption(Terminal terminal, IntConsumer halt) {
        this.terminal = terminal;
        this.halt = halt;
    }

    /** What ends the work of this command; without it the process just ends. Done at once when the user has already asked. */
    public void onRequest(Runnable ending) {
        action.set(ending);
        if (requested) {
            ending.run();
        }
    }

    /** Whether the user wants an end. */
    public boolean requested() {
        return requested;
    }

    /** @throws CancellationException when the user wants an end */
    public void check() {
        if (requested) {
            throw new CancellationException();
        }
    }

    /** The command has come to its end; the process ends by itself now. */
    void finished() {
        finished.countDown();
    }

    /** The user, or the system, wants an end. Called on a thread of its own; returns when the command has ended. */
    void request() {
        boolean again;
        synchronized (this) {
            again = requested;
            requested = true;
        }
        Runnable ending = action.get();
        if (again || ending == null) {
            terminal.endProgress();
            halt.accept(ExitCode.INTERRUPTED.code());
            return;
        }
        terminal.message(Messages.Interruption_stopping);
        ending.run();
        try {
            if (finished.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        halt.accept(ExitCode.INTERRUPTED.code());
    }
}
