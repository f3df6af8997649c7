package org.orrery.jobs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The runs that wait for their turn, in the order in which they are to begin, and what decides about it. Durable: the order
 * outlives the process. Thread-safe; methods wait for the disk or the owner, so never call one on the user interface thread.
 */
public interface RunQueue {
    /** Who goes first; within one priority first come, first served, unless the user has moved a run. */
    enum Priority {
        /** Before all others. */
        HIGH,
        /** As they come. */
        NORMAL,
        /** When nobody else waits. */
        LOW
    }

    /** What a run mostly uses. Each kind has slots of its own, so that a download does not wait for a computation. */
    enum Kind {
        /** Processors. */
        COMPUTE,
        /** Files and networks. */
        IO,
        /** A program of its own. */
        EXTERNAL
    }

    /**
     * Where a run stands.
     *
     * @param priority who goes first
     * @param held whether it waits until the user lets it go
     * @param after the run that has to end with a result before this one begins; 0 for none
     */
    record Place(Priority priority, boolean held, long after) {
        /** At the end of the queue. */
        public static final Place LAST = new Place(Priority.NORMAL, false, 0);

        public Place {
            Objects.requireNonNull(priority, "priority");
            if (after < 0) {
                throw new IllegalArgumentException("after must not be negative");
            }
        }
    }

    /**
     * A run in the queue or at work.
     *
     * @param run its number
     * @param name what the user calls it
     * @param analysis the id of its analysis
     * @param dataset the name of its first data set; empty for none
     * @param state what it is doing
     * @param kind whose slots it takes
     * @param place where it stands
     * @param why why it has not begun, in a sentence; empty for one at work
     * @param heapMiB the heap it is expected to need, in MiB; NaN when unknown
     * @param seconds the time it is expected to take on one thread; NaN when unknown
     */
    record Entry(long run, String name, String analysis, String dataset, RunState state, Kind kind, Place place, String why, double heapMiB,
            double seconds) {
    }

    /**
     * The queue at one moment.
     *
     * @param paused whether nothing begins at all
     * @param slots how many runs of each kind are at work at a time
     * @param atWork those that have begun and not ended
     * @param waiting the others, the next one first
     * @param usableMiB how much heap a run may still take now, in MiB
     */
    record Snapshot(boolean paused, Map<Kind, Integer> slots, List<Entry> atWork, List<Entry> waiting, double usableMiB) {
        public Snapshot {
            slots = Map.copyOf(slots);
            atWork = List.copyOf(atWork);
            waiting = List.copyOf(waiting);
        }

        /** The line of a run; empty when it neither waits nor works. */
        public Optional<Entry> find(long run) {
            return Optional.ofNullable(waiting.stream().filter(entry -> entry.run() == run).findFirst()
                    .orElseGet(() -> atWork.stream().filter(entry -> entry.run() == run).findFirst().orElse(null)));
        }
    }

    /**
     * Checks the requests and puts all of them into the queue, in this order, or none; when this returns all are on disk.
     *
     * @return their numbers
     * @throws RunException as {@link Runs#submit}; bad-usage when there is no run to begin after
     */
    List<Long> submit(List<RunRequest> requests, Place place) throws RunException;

    /** What waits and why. */
    Snapshot look() throws RunException;

    /**
     * Moves a run that waits; it takes the priority of the run whose place it takes.
     *
     * @param position 0 for the next to begin; the end for anything larger than the queue
     * @throws RunException run-not-found; bad-usage when it does not wait
     */
    void move(long run, int position) throws RunException;

    /**
     * Gives a run that waits another priority; it goes behind all others that have it.
     *
     * @throws RunException run-not-found; bad-usage when it does not wait
     */
    void priority(long run, Priority priority) throws RunException;

    /**
     * Lets a run that waits begin only when another has ended with a result. Should that end without one, this is held.
     *
     * @param other a run of this workspace; 0 for none
     * @throws RunException run-not-found; bad-usage when it does not wait, or the two would wait for each other
     */
    void after(long run, long other) throws RunException;

    /** Lets nothing begin any more; what is at work goes on. */
    void pause() throws RunException;

    /** Lets everything go that waits, also what was held one by one. */
    void proceed() throws RunException;

    /**
     * Limits how many runs of a kind are at work at a time. What is at work goes on.
     *
     * @param count at least 1, at most 64
     */
    void slots(Kind kind, int count) throws RunException;
}
