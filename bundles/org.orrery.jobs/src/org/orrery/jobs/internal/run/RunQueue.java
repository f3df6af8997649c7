package org.orrery.jobs.internal.run;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.orrery.analysis.Estimate;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.Analysis;
import org.orrery.jobs.RunState;

/**
 * The runs that wait, first come first served. The platform's pool has no bound, so this has: so many runs at a time, and
 * beside another run only one whose memory is expected to fit. Thread-safe.
 */
final class RunQueue {
    /** What is left of the free heap for everything else, when a run says what it needs. */
    private static final double USABLE = 0.8;
    private final int slots;
    private final Deque<LiveRun> waiting = new ArrayDeque<>();
    private int active;

    /** @param slots how many runs are at work at a time, at least 1 */
    RunQueue(int slots) {
        this.slots = slots;
    }

    void add(LiveRun run) {
        synchronized (this) {
            waiting.add(run);
        }
        admit();
    }

    /** Takes a run out that has not begun; whether it was there. */
    synchronized boolean remove(LiveRun run) {
        return waiting.remove(run);
    }

    /** Takes out all that have not begun. */
    synchronized List<LiveRun> removeAll() {
        List<LiveRun> all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
    }

    private void admit() {
        List<LiveRun> begin = new ArrayList<>();
        LiveRun starved = null;
        synchronized (this) {
            while (active < slots && !waiting.isEmpty() && starved == null) {
                if (active > 0 && !fits(waiting.peek())) {
                    starved = waiting.peek();
                } else {
                    begin.add(waiting.poll());
                    active++;
                }
            }
        }
        if (starved != null && starved.state() == RunState.QUEUED) {
            // Not in the journal: nothing depends on it, and after a crash the run was as good as queued.
            starved.moved(RunState.WAITING_RESOURCE, Instant.now());
        }
        begin.forEach(this::begin);
    }

    private static boolean fits(LiveRun run) {
        if (run.isolated()) {
            // Its memory is that of another process.
            return true;
        }
        return estimate(run).heapBytes() <= usable();
    }

    private static double usable() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory()) * USABLE;
    }

    /** Why that run waits, a sentence; empty when it does not. */
    Optional<String> explain(LiveRun run) {
        int before;
        int working;
        synchronized (this) {
            before = new ArrayList<>(waiting).indexOf(run);
            working = active;
        }
        if (before < 0) {
            return Optional.empty();
        }
        Estimate need = estimate(run);
        String expected = need.equals(Estimate.UNKNOWN) ? Messages.RunQueue_unknown
                : Messages.bind(Messages.RunQueue_expected, mebibytes(need.heapBytes()), seconds(need.seconds()));
        boolean memory = before == 0 && working < slots && need.heapBytes() > usable();
        String why = memory ? Messages.bind(Messages.RunQueue_memory, mebibytes(need.heapBytes()), mebibytes((long) usable()))
                : Messages.bind(Messages.RunQueue_turn, working, before);
        return Optional.of(why + " " + expected);
    }

    private static String mebibytes(long bytes) {
        return bytes < 0 ? Messages.RunQueue_some : Long.toString((bytes >> 20) + 1);
    }

    private static String seconds(double seconds) {
        return Double.isNaN(seconds) ? Messages.RunQueue_some : Long.toString(Math.round(Math.ceil(seconds)));
    }

    // The settings were bound to the record class of this very analysis.
    @SuppressWarnings("unchecked")
    private static Estimate estimate(LiveRun run) {
        return ((Analysis<Record>) run.check().analysis()).estimate(run.check().settings(), new InputSchemas(run.request().inputs()));
    }

    private void begin(LiveRun run) {
        Job job = new AnalysisJob(run);
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                // The job of a run that was cancelled before a thread took it has never run.
                if (run.claimBegin()) {
                    run.endUnbegun(RunState.CANCELLED);
                }
            }
        });
        // Not with the job: one that will not end must not keep the others waiting.
        run.end().whenComplete((summary, none) -> ended());
        job.schedule();
    }

    private void ended() {
        synchronized (this) {
            active--;
        }
        admit();
    }
}
