package org.orrery.jobs.internal.run;

import org.orrery.jobs.RunQueue.Kind;
import org.orrery.jobs.RunQueue.Place;
import org.orrery.jobs.RunQueue.Priority;

/** A run in the queue and where it stands there. For whoever holds the lock of the queue. */
final class Waiting {
    /** Why it does not take its turn though nothing else is in its way. */
    enum Hold {
        /** It takes it. */
        NONE,
        /** The user holds it. */
        USER,
        /** The program ended while it waited. */
        RESTORED,
        /** The run that it comes after ended without a result. */
        BROKEN_ORDER
    }

    private final LiveRun run;
    private Priority priority;
    private long after;
    private Hold hold;
    private long missed;

    Waiting(LiveRun run, Place place) {
        this.run = run;
        this.priority = place.priority();
        this.after = place.after();
        this.hold = place.held() ? Hold.USER : Hold.NONE;
    }

    LiveRun run() {
        return run;
    }

    Kind kind() {
        return run.check().descriptor().kind();
    }

    Place place() {
        return new Place(priority, hold != Hold.NONE, after);
    }

    Priority priority() {
        return priority;
    }

    void priority(Priority next) {
        priority = next;
    }

    long after() {
        return after;
    }

    void after(long other) {
        after = other;
    }

    Hold hold() {
        return hold;
    }

    void hold(Hold next) {
        hold = next;
    }

    /** The run that it came after and that gave no result. */
    long missed() {
        return missed;
    }

    /** The run that it comes after has ended; whether it may take its turn now. */
    boolean settled(boolean withResult) {
        if (!withResult) {
            missed = after;
            hold = Hold.BROKEN_ORDER;
        }
        after = 0;
        return withResult;
    }

    /** Whether nothing but the user, or the end of another run, lets it begin. */
    boolean blocked() {
        return hold != Hold.NONE || after != 0;
    }
}
