package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs that the full disk has stopped, each with the bytes that were free then; looks from time to time whether there is room. Thread-safe. */
final class RestingRuns {
    /** So much more must be free than when a run was held, before it is tried again unasked. */
    private static final long ROOM_BYTES = 32L << 20;
    private static final long LOOK_SECONDS = 2;
    private final Map<LiveRun, Long> held = new LinkedHashMap<>();
    private final Consumer<LiveRun> roomy;
    private boolean watching;

    /** @param roomy hears of a run that there is room for by now */
    RestingRuns(Consumer<LiveRun> roomy) {
        this.roomy = roomy;
    }

    synchronized boolean remove(LiveRun run) {
        return held.remove(run) != null;
    }

    synchronized void add(LiveRun run) {
        held.put(run, free(run));
        if (!watching) {
            watching = true;
            watch(run.services().background());
        }
    }

    private void watch(Executor background) {
        CompletableFuture.delayedExecutor(LOOK_SECONDS, TimeUnit.SECONDS, background).execute(() -> look(background));
    }

    private void look(Executor background) {
        Map<LiveRun, Long> all;
        synchronized (this) {
            all = new LinkedHashMap<>(held);
            watching = !all.isEmpty();
        }
        all.forEach((run, before) -> {
            if (free(run) - before >= ROOM_BYTES) {
                roomy.accept(run);
            }
        });
        if (!all.isEmpty()) {
            watch(background);
        }
    }

    private static long free(LiveRun run) {
        try {
            return Files.getFileStore(run.services().folders().root()).getUsableSpace();
        } catch (IOException e) {
            // Then the user has to say that there is room.
            return 0;
        }
    }
}
