package org.orrery.learning.models;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.orrery.learning.PlainCompute;

/** Cancels from another thread. */
final class Cancelling {
    private Cancelling() {
    }

    /** After so many milliseconds; the moment is noted first. */
    static void after(long milliseconds, PlainCompute compute, long[] moment) {
        CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS).execute(() -> {
            moment[0] = System.nanoTime();
            compute.cancel();
        });
    }
}
