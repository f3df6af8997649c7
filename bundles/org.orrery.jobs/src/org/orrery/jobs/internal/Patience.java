package org.orrery.jobs.internal;

import java.util.concurrent.locks.LockSupport;

/**
 * What to do where an error would be heard by nobody, and somebody would wait for ever: try again until there is memory. That which is missing
 * comes back when the unit that ate it ends.
 */
public final class Patience {
    private static final long PAUSE_NANOS = 10_000_000;

    private Patience() {
    }

    /**
     * Does what must be done.
     *
     * @param step begins from the start each time that memory ends in it; made beforehand, since without memory it could not be
     */
    public static void surely(Runnable step) {
        while (true) {
            try {
                step.run();
                return;
            } catch (OutOfMemoryError e) {
                pause();
            }
        }
    }

    /** Waits a moment. Allocates nothing. */
    public static void pause() {
        LockSupport.parkNanos(PAUSE_NANOS);
    }
}
