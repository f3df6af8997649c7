package org.orrery.jobs;

/** What a run is doing, or how it ended. The names are API. */
public enum RunState {
    /** Accepted and waiting for its turn. */
    QUEUED,
    /** Its turn has come, but memory, a slot or a lock is missing. */
    WAITING_RESOURCE,
    /** At work. */
    RUNNING,
    /** Held between two units, by the user or because the disk is full. */
    PAUSED,
    /** Everything was done. */
    COMPLETED,
    /** Everything was tried; some units failed or were skipped, and there is a result. */
    COMPLETED_PARTIAL,
    /** Ended early by the user, who keeps the result of what is there. */
    STOPPED_KEPT,
    /** Ended by the user without a result. */
    CANCELLED,
    /** Ended by an error without a result. */
    FAILED,
    /** Ended by an error after some units; there is a result of those. */
    FAILED_PARTIAL,
    /** The process that worked on it is gone. */
    INTERRUPTED;

    /** Whether the run has ended and nothing more happens without the user. */
    public boolean ended() {
        return switch (this) {
            case QUEUED, WAITING_RESOURCE, RUNNING, PAUSED -> false;
            default -> true;
        };
    }

    /** Whether a run in this state can be resumed, as far as its state goes. */
    public boolean resumable() {
        return switch (this) {
            case INTERRUPTED, PAUSED, STOPPED_KEPT, CANCELLED, FAILED, COMPLETED_PARTIAL, FAILED_PARTIAL -> true;
            default -> false;
        };
    }
}
