package org.orrery.jobs.internal.run;

import static org.orrery.jobs.RunState.CANCELLED;
import static org.orrery.jobs.RunState.COMPLETED;
import static org.orrery.jobs.RunState.COMPLETED_PARTIAL;
import static org.orrery.jobs.RunState.FAILED;
import static org.orrery.jobs.RunState.FAILED_PARTIAL;
import static org.orrery.jobs.RunState.INTERRUPTED;
import static org.orrery.jobs.RunState.PAUSED;
import static org.orrery.jobs.RunState.QUEUED;
import static org.orrery.jobs.RunState.RUNNING;
import static org.orrery.jobs.RunState.STOPPED_KEPT;
import static org.orrery.jobs.RunState.WAITING_RESOURCE;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.orrery.jobs.RunState;

/** The one table of what may follow what. */
final class RunTransitions {
    private static final Map<RunState, Set<RunState>> TABLE = table();

    private RunTransitions() {
    }

    private static Map<RunState, Set<RunState>> table() {
        Map<RunState, Set<RunState>> table = new EnumMap<>(RunState.class);
        // Held where it stands in the queue, it is as paused as one that has begun.
        table.put(QUEUED, EnumSet.of(WAITING_RESOURCE, RUNNING, PAUSED, CANCELLED, INTERRUPTED));
        table.put(WAITING_RESOURCE, EnumSet.of(RUNNING, PAUSED, CANCELLED, INTERRUPTED));
        table.put(RUNNING, EnumSet.of(PAUSED, COMPLETED, COMPLETED_PARTIAL, STOPPED_KEPT, CANCELLED, FAILED, FAILED_PARTIAL, INTERRUPTED));
        table.put(PAUSED, EnumSet.of(RUNNING, QUEUED, CANCELLED, FAILED, FAILED_PARTIAL, INTERRUPTED));
        // A completed run goes on only with settings that have grown.
        for (RunState state : EnumSet.of(COMPLETED, COMPLETED_PARTIAL, STOPPED_KEPT, CANCELLED, FAILED, FAILED_PARTIAL, INTERRUPTED)) {
            table.put(state, EnumSet.of(QUEUED));
        }
        return table;
    }

    /** Whether a run may go from one state to the other. */
    static boolean allowed(RunState from, RunState to) {
        return TABLE.get(from).contains(to);
    }

    /**
     * The state it goes to.
     *
     * @throws IllegalStateException when it may not
     */
    static RunState check(RunState from, RunState to) {
        if (!allowed(from, to)) {
            throw new IllegalStateException("A run cannot go from " + from + " to " + to);
        }
        return to;
    }
}
