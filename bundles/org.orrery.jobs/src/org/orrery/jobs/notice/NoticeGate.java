package org.orrery.jobs.notice;

import java.util.concurrent.TimeUnit;

/**
 * Lets few windows open when much happens at once: three in half a minute, and how many there were besides when that is over. Not
 * thread-safe.
 */
public final class NoticeGate {
    private static final int MOST = 3;
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(30);
    private long began = Long.MIN_VALUE;
    private int shown;
    private int held;

    /**
     * Whether a notice may be shown by itself; else it is counted.
     *
     * @param now {@link System#nanoTime}
     */
    public boolean pass(long now) {
        if (held == 0 && (began == Long.MIN_VALUE || now - began > WINDOW)) {
            began = now;
            shown = 0;
        }
        boolean passes = shown < MOST;
        shown += passes ? 1 : 0;
        held += passes ? 0 : 1;
        return passes;
    }

    /**
     * How many were held back, once it is time to say so; 0 else. To be called now and then.
     *
     * @param now {@link System#nanoTime}
     */
    public int collected(long now) {
        if (held == 0 || now - began <= WINDOW) {
            return 0;
        }
        int count = held;
        held = 0;
        return count;
    }
}
