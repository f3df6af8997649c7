package org.orrery.jobs.internal.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.internal.store.QueueEntry;
import org.orrery.jobs.internal.store.QueueJournal;

/** Changes the queue for the user: on disk first, then for the runs. Thread-safe. */
final class QueueDesk implements RunQueue {
    private static final int MOST_SLOTS = 64;
    private final Admission admission;
    private final QueueJournal journal;
    private final OwnedRuns runs;
    private final MemoryGuard guard;

    QueueDesk(Admission admission, QueueJournal journal, OwnedRuns runs, MemoryGuard guard) {
        this.guard = guard;
        this.admission = admission;
        this.journal = journal;
        this.runs = runs;
    }

    @Override
    public List<Long> submit(List<RunRequest> requests, Place place) throws RunException {
        if (place.after() == 0) {
            return runs.submit(requests, place);
        }
        boolean done = settled(place.after());
        return runs.submit(requests, new Place(place.priority(), place.held(), done ? 0 : place.after()));
    }

    /** Whether a run has ended with a result; false when it has not ended. */
    private boolean settled(long run) throws RunException {
        RunState state = runs.state(run);
        if (!state.ended()) {
            return false;
        }
        if (state == RunState.COMPLETED || state == RunState.COMPLETED_PARTIAL || state == RunState.STOPPED_KEPT) {
            return true;
        }
        throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.RunQueue_noResult, run, state));
    }

    @Override
    public Snapshot look() {
        return admission.look(run -> guard.holds(run) ? Messages.bind(Messages.MemoryGuard_held, run.id()) : "");
    }

    @FunctionalInterface
    private interface Change {
        QueueEntry make(WaitingList line, Waiting waiting) throws RunException;
    }

    /** The order in memory and on disk changes in one step, so that changes that come together end in the same order in both. */
    private void change(long run, Change change) throws RunException {
        runs.checkKnown(run);
        CompletableFuture<Void> written;
        synchronized (admission) {
            WaitingList line = admission.line();
            Waiting waiting = line.find(run)
                    .orElseThrow(() -> new RunException(Code.BAD_USAGE, Messages.bind(Messages.RunQueue_notWaiting, run)));
            written = journal.write(List.of(change.make(line, waiting)));
        }
        await(written);
        admission.admit();
        runs.told(run);
    }

    private static void await(CompletableFuture<Void> written) throws RunException {
        try {
            written.join();
        } catch (CompletionException e) {
            throw StoreCalls.told(e.getCause());
        }
    }

    @Override
    public void move(long run, int position) throws RunException {
        change(run, (line, waiting) -> {
            long before = line.move(waiting, position);
            return new QueueEntry.Moved(run, waiting.place(), before);
        });
    }

    @Override
    public void priority(long run, Priority priority) throws RunException {
        change(run, (line, waiting) -> {
            line.move(waiting, priority);
            return new QueueEntry.Moved(run, waiting.place(), 0);
        });
    }

    @Override
    public void after(long run, long other) throws RunException {
        long next = other == 0 || settled(other) ? 0 : other;
        change(run, (line, waiting) -> {
            if (line.circle(run, next)) {
                throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.RunQueue_circle, run, other));
            }
            waiting.after(next);
            return new QueueEntry.Moved(run, waiting.place(), QueueEntry.Moved.STAYS);
        });
    }

    @Override
    public void pause() throws RunException {
        await(journal.write(List.of(new QueueEntry.Paused(true))));
        admission.paused(true);
    }

    @Override
    public void proceed() throws RunException {
        await(journal.write(List.of(new QueueEntry.Paused(false))));
        admission.releaseAll();
    }

    @Override
    public void slots(Kind kind, int count) throws RunException {
        if (count < 1 || count > MOST_SLOTS) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.RunQueue_slots, MOST_SLOTS));
        }
        await(journal.write(List.of(new QueueEntry.Slots(kind, count))));
        admission.slots(kind, count);
    }
}
