package org.orrery.jobs.internal.run;

import java.util.Optional;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.internal.store.QueueJournal;

/** Takes what the user wishes of runs, at work or in the queue, to where it counts. Thread-safe. */
final class WishDesk {
    private final GroupDesk.Runs runs;
    private final Admission queue;
    private final QueueJournal journal;

    WishDesk(GroupDesk.Runs runs, Admission queue, QueueJournal journal) {
        this.runs = runs;
        this.queue = queue;
        this.journal = journal;
    }

    /** Of a run that has ended nothing can be wished, and nothing is. */
    void wish(long number, Wish wish) throws RunException {
        Optional<LiveRun> found = runs.find(number);
        if (found.isEmpty()) {
            return;
        }
        LiveRun run = found.get();
        run.wish(wish);
        if (wish.atOnce() && queue.remove(run) && run.claimBegin()) {
            ForcedEnd.unbegun(run, wish == Wish.CANCEL ? RunState.CANCELLED : RunState.INTERRUPTED);
        }
    }

    void stop(long number) throws RunException {
        Optional<LiveRun> waiting = runs.find(number);
        if (waiting.isPresent() && waiting.get().summary().units().total() == 0 && journal.unbegun().containsKey(number)
                && queue.remove(waiting.get())) {
            // It has never begun: there is nothing to keep.
            if (waiting.get().claimBegin()) {
                ForcedEnd.unbegun(waiting.get(), RunState.CANCELLED);
            }
            return;
        }
        wish(number, Wish.STOP);
        waiting.ifPresent(queue::release);
    }

    void pause(long number) throws RunException {
        Optional<LiveRun> waiting = runs.find(number);
        if (waiting.isEmpty() || !queue.hold(waiting.get(), Waiting.Hold.USER)) {
            wish(number, Wish.HOLD);
        }
    }

    void proceed(long number) throws RunException {
        Optional<LiveRun> held = runs.find(number);
        wish(number, Wish.GO);
        if (held.isPresent() && !queue.release(held.get()) && !queue.retry(held.get())) {
            held.get().again();
        }
    }
}
