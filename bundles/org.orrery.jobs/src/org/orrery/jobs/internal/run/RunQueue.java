package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.orrery.analysis.Estimate;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.Analysis;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;

/**
 * The runs that wait, first come first served. The platform's pool has no bound, so this has: so many runs at a time, and
 * beside another run only one whose memory is expected to fit. Thread-safe.
 */
final class RunQueue {
    /** What is left of the free heap for everything else, when a run says what it needs. */
    private static final double USABLE = 0.8;
    /** So much more must be free than when a run was held for want of space, before it is tried again unasked. */
    private static final long ROOM_BYTES = 32L << 20;
    private static final long LOOK_SECONDS = 2;
    private final int slots;
    private final Deque<LiveRun> waiting = new ArrayDeque<>();
    private final Set<LiveRun> working = new HashSet<>();
    /** Runs that the full disk has stopped, each with the bytes that were free then. */
    private final Map<LiveRun, Long> held = new LinkedHashMap<>();
    private boolean watching;

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

    /** Takes a run out that is not at work; whether it was there. */
    synchronized boolean remove(LiveRun run) {
        return waiting.remove(run) || held.remove(run) != null;
    }

    /** Takes out all that are not at work. */
    synchronized List<LiveRun> removeAll() {
        List<LiveRun> all = new ArrayList<>(waiting);
        all.addAll(held.keySet());
        waiting.clear();
        held.clear();
        return all;
    }

    /** Gives a run that the full disk has stopped another turn; whether it is one. */
    boolean retry(LiveRun run) {
        synchronized (this) {
            if (held.remove(run) == null) {
                return false;
            }
        }
        run.moved(RunState.QUEUED, Instant.now());
        add(run);
        return true;
    }

    private void rested(LiveRun run) {
        boolean watch;
        synchronized (this) {
            working.remove(run);
            held.put(run, free(run));
            watch = !watching;
            watching = true;
        }
        if (run.wish().atOnce() && remove(run) && run.claimBegin()) {
            ForcedEnd.unbegun(run, run.wish() == Wish.CANCEL ? RunState.CANCELLED : RunState.INTERRUPTED);
        } else if (run.wantsAgain()) {
            retry(run);
        }
        if (watch) {
            watch(run.services().background());
        }
        admit();
    }

    private void watch(Executor background) {
        CompletableFuture.delayedExecutor(LOOK_SECONDS, TimeUnit.SECONDS, background).execute(() -> look(background));
    }

    private void look(Executor background) {
        Map<LiveRun, Long> all;
        synchronized (this) {
            all = new LinkedHashMap<>(held);
            watching = !all.isEmpty();
        }
        all.forEach((run, before) -> {
            if (free(run) - before >= ROOM_BYTES) {
                retry(run);
            }
        });
        if (!all.isEmpty()) {
            watch(background);
        }
    }

    private static long free(LiveRun run) {
        try {
            return Files.getFileStore(run.services().folders().root()).getUsableSpace();
        } catch (IOException e) {
            // Then the user has to say that there is room.
            return 0;
        }
    }

    private void admit() {
        List<LiveRun> begin = new ArrayList<>();
        LiveRun starved = null;
        synchronized (this) {
            while (working.size() < slots && !waiting.isEmpty() && starved == null) {
                if (!working.isEmpty() && !fits(waiting.peek())) {
                    starved = waiting.peek();
                } else {
                    begin.add(waiting.peek());
                    working.add(waiting.poll());
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
        Optional<RunException.Problem> full = run.rested();
        if (full.isPresent()) {
            return full.map(problem -> Messages.bind(Messages.RunQueue_room, problem.message()));
        }
        int before;
        int atWork;
        synchronized (this) {
            before = new ArrayList<>(waiting).indexOf(run);
            atWork = working.size();
        }
        if (before < 0) {
            return Optional.empty();
        }
        Estimate need = estimate(run);
        String expected = need.equals(Estimate.UNKNOWN) ? Messages.RunQueue_unknown
                : Messages.bind(Messages.RunQueue_expected, mebibytes(need.heapBytes()), seconds(need.seconds()));
        boolean memory = before == 0 && atWork < slots && need.heapBytes() > usable();
        String why = memory ? Messages.bind(Messages.RunQueue_memory, mebibytes(need.heapBytes()), mebibytes((long) usable()))
                : Messages.bind(Messages.RunQueue_turn, atWork, before);
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
        AnalysisJob job = new AnalysisJob(run);
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                // The job of a run that was cancelled before a thread took it has never run.
                if (!job.taken() && run.claimBegin()) {
                    ForcedEnd.unbegun(run, RunState.CANCELLED);
                }
            }
        });
        // Not with the job: one that will not end must not keep the others waiting.
        run.end().whenComplete((summary, none) -> ended(run));
        run.onRest(this::rested);
        job.schedule();
    }

    private void ended(LiveRun run) {
        synchronized (this) {
            working.remove(run);
        }
        admit();
    }
}
