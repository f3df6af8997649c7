package org.orrery.jobs.internal.run;

/** What is looked after every second while a workspace is open. */
final class Watch {
    private final Admission queue;
    private final MemoryGuard guard;
    private final RunServices services;

    Watch(Admission queue, MemoryGuard guard, RunServices services) {
        this.queue = queue;
        this.guard = guard;
        this.services = services;
    }

    /** Looks once; on one thread. */
    void tick() {
        try {
            guard.tick();
            // Memory comes back by itself, and a run that waits for it must not wait for another run to end.
            queue.admit();
        } catch (RuntimeException | OutOfMemoryError e) {
            // The next look may succeed; a watch that ends would be missed by nobody until it is needed.
            services.reporter().report("The watch over memory failed once", e);
        }
    }
}
