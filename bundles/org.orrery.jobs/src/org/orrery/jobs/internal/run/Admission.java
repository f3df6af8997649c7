package org.orrery.jobs.internal.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.orrery.jobs.RunQueue.Kind;
import org.orrery.jobs.RunQueue.Place;
import org.orrery.jobs.RunQueue.Snapshot;
import org.orrery.jobs.RunState;
import org.orrery.jobs.internal.Patience;

/**
 * Lets runs begin. The platform's pool has no bound, so this has: so many runs of each kind at a time, and beside another run
 * only one whose memory is expected to fit. A run that waits for memory is not overtaken by others of its kind, or it might wait
 * for ever. Thread-safe.
 */
final class Admission {
    /** What is left of the heap for everything else, when a run says what it needs. */
    private static final double USABLE = 0.8;
    private final WaitingList line = new WaitingList();
    private final Set<LiveRun> working = new LinkedHashSet<>();
    private final Map<Kind, Integer> slots = new EnumMap<>(Kind.class);
    private final RestingRuns resting = new RestingRuns(this::retry);
    private final Needs needs;
    private final WaitReasons reasons;
    private boolean paused;
    private boolean closed;

    /** @param slots how many runs of each kind are at work at a time, each at least 1 */
    Admission(Map<Kind, Integer> slots, boolean paused, Needs needs) {
        this.slots.putAll(slots);
        this.paused = paused;
        this.needs = needs;
        this.reasons = new WaitReasons(needs);
    }

    /** Puts a run into the queue; it may begin before this returns. */
    void add(LiveRun run, Place place) {
        enter(new Waiting(run, place));
        admit();
    }

    /** Puts many there before any of them begins. */
    void addAll(List<Waiting> many) {
        // Before any can begin.
        many.forEach(this::entered);
        synchronized (this) {
            line.addAll(many);
        }
        admit();
    }

    private void enter(Waiting waiting) {
        // Before it can begin.
        entered(waiting);
        synchronized (this) {
            line.add(waiting);
        }
    }

    private void entered(Waiting waiting) {
        LiveRun run = waiting.run();
        // Not with the job: one that will not end must not keep the others waiting.
        run.end().thenAccept(summary -> ended(run, summary.state()));
        if (waiting.hold() != Waiting.Hold.NONE) {
            run.moved(RunState.PAUSED, run.now());
        }
    }

    /** Takes a run out that is not at work; whether it was there. */
    boolean remove(LiveRun run) {
        synchronized (this) {
            return line.remove(run) || resting.remove(run);
        }
    }

    /** Holds a run where it stands in the queue; false when it is not there. */
    boolean hold(LiveRun run, Waiting.Hold why) {
        synchronized (this) {
            Optional<Waiting> waiting = line.find(run.id());
            if (waiting.isEmpty()) {
                return false;
            }
            if (waiting.get().hold() != Waiting.Hold.NONE) {
                return true;
            }
            waiting.get().hold(why);
            run.moved(RunState.PAUSED, run.now());
        }
        return true;
    }

    /** Holds all that wait. */
    void holdAll(Waiting.Hold why) {
        all().forEach(waiting -> hold(waiting.run(), why));
    }

    /** Lets a run go that was held in the queue; whether it was. */
    boolean release(LiveRun run) {
        Optional<Waiting> waiting;
        synchronized (this) {
            waiting = line.find(run.id()).filter(each -> each.hold() != Waiting.Hold.NONE);
            waiting.ifPresent(this::free);
        }
        if (waiting.isPresent()) {
            admit();
        }
        return waiting.isPresent();
    }

    private void free(Waiting waiting) {
        waiting.hold(Waiting.Hold.NONE);
        if (waiting.after() != 0 && !known(waiting.after())) {
            // The run that it was to come after is not at work any more, and the user has decided.
            waiting.after(0);
        }
        // Under the lock: as soon as it is free it may begin.
        waiting.run().moved(RunState.QUEUED, waiting.run().now());
    }

    /** Lets all go. */
    void releaseAll() {
        List<Waiting> held;
        synchronized (this) {
            paused = false;
            held = line.all().stream().filter(each -> each.hold() != Waiting.Hold.NONE).toList();
            held.forEach(this::free);
        }
        admit();
    }

    private boolean known(long run) {
        return line.find(run).isPresent() || working.stream().anyMatch(each -> each.id() == run);
    }

    /** Gives a run that the full disk has stopped another turn; whether it is one. */
    boolean retry(LiveRun run) {
        if (!resting.remove(run)) {
            return false;
        }
        run.moved(RunState.QUEUED, run.now());
        add(run, Place.LAST);
        return true;
    }

    private void rested(LiveRun run) {
        synchronized (this) {
            working.remove(run);
        }
        resting.add(run);
        if (run.wish().atOnce() && remove(run) && run.claimBegin()) {
            ForcedEnd.unbegun(run, run.wish() == Wish.CANCEL ? RunState.CANCELLED : RunState.INTERRUPTED);
        } else if (run.wantsAgain()) {
            retry(run);
        }
        admit();
    }

    /** Begins what may begin now. Called when anything has changed, and from time to time, because memory comes back by itself. */
    void admit() {
        List<LiveRun> begin = new ArrayList<>();
        synchronized (this) {
            if (paused || closed) {
                return;
            }
            Set<Kind> full = EnumSet.noneOf(Kind.class);
            for (Kind kind : Kind.values()) {
                if (atWork(kind) >= slots.get(kind)) {
                    full.add(kind);
                }
            }
            for (Waiting waiting : full.size() == Kind.values().length ? List.<Waiting>of() : line.all()) {
                Kind kind = waiting.kind();
                if (waiting.blocked() || full.contains(kind)) {
                    continue;
                }
                if (!working.isEmpty() && !fits(waiting.run())) {
                    starve(waiting.run());
                    full.add(kind);
                    continue;
                }
                begin.add(waiting.run());
                line.remove(waiting.run());
                working.add(waiting.run());
                accompany();
                if (atWork(kind) >= slots.get(kind)) {
                    full.add(kind);
                }
            }
        }
        begin.forEach(this::begin);
    }

    /** Not in the journal: nothing depends on it, and after a crash the run was as good as queued. */
    private static void starve(LiveRun run) {
        if (run.state() == RunState.QUEUED) {
            run.moved(RunState.WAITING_RESOURCE, run.now());
        }
    }

    private void accompany() {
        if (working.size() > 1) {
            working.forEach(LiveRun::accompanied);
        }
    }

    private long atWork(Kind kind) {
        return working.stream().filter(run -> run.check().descriptor().kind() == kind).count();
    }

    private boolean fits(LiveRun run) {
        // That of an isolated run is the memory of another process.
        return run.isolated() || needs.of(run).heapBytes() <= usable();
    }

    /** What a run may take: of what is free after a collection, and of what those at work are not expected to come to need. */
    private long usable() {
        long promised = working.stream().filter(run -> !run.isolated()).mapToLong(run -> Math.max(0, needs.of(run).heapBytes())).sum();
        return (long) (Math.min(HeapRoom.max() - HeapRoom.live(), HeapRoom.max() - promised) * USABLE);
    }

    /** Why that run waits, a sentence or two; empty when it does not. */
    Optional<String> explain(LiveRun run) {
        Optional<String> full = run.rested().map(problem -> reasons.room(problem));
        if (full.isPresent()) {
            return full;
        }
        List<Waiting> all;
        WaitReasons.Scene scene;
        synchronized (this) {
            all = line.all();
            scene = scene();
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).run() == run) {
                return Optional.of(reasons.of(all.get(i), i, scene, needs.of(run)));
            }
        }
        return Optional.empty();
    }

    private WaitReasons.Scene scene() {
        Map<Kind, Integer> free = new EnumMap<>(Kind.class);
        slots.forEach((kind, count) -> free.put(kind, (int) (count - atWork(kind))));
        return new WaitReasons.Scene(paused, working.size(), free, usable());
    }

    /**
     * The queue as it is now.
     *
     * @param holding says of a run at work why it is held; empty when it is not
     */
    Snapshot look(Function<LiveRun, String> holding) {
        List<Waiting> all;
        List<LiveRun> begun;
        WaitReasons.Scene scene;
        Map<Kind, Integer> limits;
        synchronized (this) {
            all = line.all();
            begun = List.copyOf(working);
            scene = scene();
            limits = Map.copyOf(slots);
        }
        return reasons.look(all, begun, holding, limits, scene);
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
        run.onRest(this::rested);
        job.schedule();
    }

    private void ended(LiveRun run, RunState state) {
        while (true) {
            try {
                left(run, state);
                return;
            } catch (OutOfMemoryError e) {
                // Nobody else hears of it, and its slot would never be free.
                Patience.pause();
            }
        }
    }

    private void left(LiveRun run, RunState state) {
        boolean result = state == RunState.COMPLETED || state == RunState.COMPLETED_PARTIAL || state == RunState.STOPPED_KEPT;
        synchronized (this) {
            working.remove(run);
            line.forEach(waiting -> {
                if (waiting.after() == run.id() && !waiting.settled(result) && waiting.run().state() != RunState.PAUSED) {
                    waiting.run().moved(RunState.PAUSED, waiting.run().now());
                }
            });
        }
        admit();
    }

    /** The queue as it is, for whoever changes it under the lock of this object. */
    WaitingList line() {
        return line;
    }

    synchronized List<Waiting> all() {
        return line.all();
    }

    /** Those at work. */
    synchronized List<LiveRun> working() {
        return List.copyOf(working);
    }

    /** Whether nothing is at work, and nothing begins unless the user says so. */
    synchronized boolean asleep(int live) {
        return working.isEmpty() && live == line.size() && (paused || line.all().stream().allMatch(Waiting::blocked));
    }

    void paused(boolean next) {
        synchronized (this) {
            paused = next;
        }
        admit();
    }

    void slots(Kind kind, int count) {
        synchronized (this) {
            slots.put(kind, count);
        }
        admit();
    }

    Needs needs() {
        return needs;
    }

    /** Lets nothing begin any more. */
    synchronized void close() {
        closed = true;
    }
}
