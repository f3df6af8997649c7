package org.orrery.ui;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;

/** Runs one action on the user interface thread at most every so many milliseconds, and always once after the last request. */
public final class Throttler {
    /** Ten updates a second. */
    public static final int INTERVAL_MS = 100;

    private final Widget owner;
    private final Display display;
    private final int intervalMs;
    private final Runnable action;
    private final AtomicBoolean pending = new AtomicBoolean();
    private long last;

    /** @param owner nothing runs any more once it is disposed */
    public Throttler(Widget owner, int intervalMs, Runnable action) {
        this.owner = owner;
        this.display = owner.getDisplay();
        this.intervalMs = intervalMs;
        this.action = action;
        this.last = System.nanoTime() - intervalMs * 1_000_000L;
    }

    /** Asks for the action; from any thread. */
    public void request() {
        if (pending.compareAndSet(false, true)) {
            Background.toUi(display, owner, this::scheduled);
        }
    }

    private void scheduled() {
        long waited = (System.nanoTime() - last) / 1_000_000L;
        if (waited >= intervalMs) {
            fire();
        } else {
            display.timerExec((int) (intervalMs - waited), this::fire);
        }
    }

    private void fire() {
        // Cleared first: a request that comes while the action runs must lead to another run.
        pending.set(false);
        if (!owner.isDisposed()) {
            action.run();
        }
        // Counted from its end: an action that takes as long as the interval must leave time for the window to be painted.
        last = System.nanoTime();
    }
}
