package org.orrery.jobs.internal.run;

import java.util.Optional;

/** How the heap grows while a run is at work. For one thread at a time. */
final class RunMemory {
    private final long before;
    private long peak;
    private boolean alone = true;

    /** @param before the live bytes when it began */
    RunMemory(long before) {
        this.before = before;
        this.peak = before;
    }

    /** @param only whether nothing else was at work in this process */
    void look(long live, boolean only) {
        peak = Math.max(peak, live);
        alone &= only;
    }

    /** The bytes that it has come to need; empty when others were at work beside it. */
    Optional<Long> peak() {
        return alone ? Optional.of(peak - before) : Optional.empty();
    }
}
