package org.orrery.jobs.internal.run;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The instants of one run. The clock of the machine may be set back at any moment, by a person, by a time server, or between two attempts; the
 * instants of a run are never earlier than those before, and as far apart as the work took. A clock that is set forward is followed:
 * nobody can tell that from a machine that slept. Thread-safe.
 */
final class RunClock {
    private final InstantSource machine;
    private Instant last;
    private long read = System.nanoTime();

    /**
     * @param machine the clock of the machine
     * @param notBefore the last instant that is known of the run
     */
    RunClock(InstantSource machine, Instant notBefore) {
        this.machine = machine;
        this.last = notBefore;
    }

    synchronized Instant now() {
        Instant said = machine.instant();
        long nanos = System.nanoTime();
        last = said.isBefore(last) ? last.plusNanos(Math.max(0, nanos - read)) : said;
        read = nanos;
        return last;
    }
}
