package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import org.orrery.analysis.result.Result;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.internal.store.FrozenRequest;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.RunImage;
import org.orrery.jobs.internal.store.RunStore;

/** A run in the hands of this process, from the queue to its end: its state, what is wished of it, and its line in the list. Thread-safe. */
final class LiveRun {
    private final FrozenRequest frozen;
    private final RequestCheck check;
    private final RunServices services;
    private final CancelSignal signal;
    private final UnitControl control = new UnitControl();
    private final BlockingQueue<UnitTask.Event> inbox = new LinkedBlockingQueue<>();
    private final CompletableFuture<RunSummary> end = new CompletableFuture<>();
    private final CompletableFuture<RunSummary> gone = new CompletableFuture<>();
    private final Instant submitted;
    private final RunClock clock;
    private Wish wish = Wish.GO;
    private RunState state = RunState.QUEUED;
    private Instant started;
    private Instant finished;
    private UnitCounts counts;
    private String bestName = "";
    private double bestValue = Double.NaN;
    private Result result;
    private RunStore store;
    private List<String> tags;
    private String note;
    private volatile LabelScribe scribe;
    /** Ends the process that carries the run out. */
    private volatile Runnable killer;
    private RunException.Problem rested;
    private Consumer<LiveRun> onRest = run -> { };
    private boolean again;
    private boolean begun;
    private boolean ending;
    private boolean behind;
    private volatile boolean retired;
    private volatile LongAdder allocated = new LongAdder();
    private volatile boolean company;

    /** @param image what the journal says after the run was queued */
    LiveRun(FrozenRequest frozen, RequestCheck check, RunServices services, RunImage image) {
        this.frozen = frozen;
        this.check = check;
        this.services = services;
        this.signal = new CancelSignal(services.background());
        this.submitted = image.submitted();
        this.clock = services.clock(image.latest());
        this.started = image.started().orElse(null);
        this.counts = image.counts();
        this.tags = image.tags();
        this.note = image.note();
    }

    long id() {
        return frozen.run();
    }

    RunRequest request() {
        return frozen.request();
    }

    RequestCheck check() {
        return check;
    }

    /** The instant to write down for what happens now. */
    Instant now() {
        return clock.now();
    }

    RunServices services() {
        return services;
    }

    CancelSignal signal() {
        return signal;
    }

    /** Its groups of units. */
    UnitControl control() {
        return control;
    }

    /** What the units of the run tell, and what wakes its coordinator. */
    BlockingQueue<UnitTask.Event> inbox() {
        return inbox;
    }

    /** Ends with the last summary. */
    CompletableFuture<RunSummary> end() {
        return end;
    }

    /** Ends after {@link #end}, when the run does not count among those at work any more: from then on it can be resumed or deleted. */
    CompletableFuture<RunSummary> gone() {
        return gone;
    }

    synchronized Wish wish() {
        return wish;
    }

    /** Asks for something; also while it waits in the queue. */
    void wish(Wish next) {
        boolean atOnce;
        boolean cancelled;
        boolean first;
        synchronized (this) {
            cancelled = wish != Wish.CANCEL;
            first = !wish.atOnce();
            wish = wish.then(next);
            atOnce = wish.atOnce();
            cancelled &= wish == Wish.CANCEL;
            first &= atOnce;
        }
        CancelLadder.climb(this, first, cancelled);
        if (atOnce) {
            signal.give();
        }
        inbox.add(new UnitTask.Nudge());
    }

    /** Whether an attempt has begun and nothing has ended it yet. */
    synchronized boolean working() {
        return begun && !end.isDone();
    }

    synchronized RunState state() {
        return state;
    }

    /** Claims the beginning: either the coordinator has it or whoever ends a run that never began. */
    synchronized boolean claimBegin() {
        boolean first = !begun;
        begun = true;
        rested = first ? null : rested;
        again = false;
        return first;
    }

    /** Claims the end: what comes later, from a unit that would not end, is no part of the run any more. */
    synchronized boolean claimEnd() {
        boolean first = !ending;
        ending = true;
        return first;
    }

    /** The state changes; the journal knows, or need not. */
    void moved(RunState next, Instant at) {
        synchronized (this) {
            state = RunTransitions.check(state, next);
            if (next == RunState.RUNNING && started == null) {
                started = at;
            }
            finished = next.ended() ? at : null;
        }
        services.events().changed(summary());
    }

    /** The counts change. */
    void counted(UnitCounts next) {
        synchronized (this) {
            counts = next;
        }
        services.events().changed(summary());
    }

    /** Takes over what the process that carries the run out says; how it ended is told by {@link #moved}. */
    void adopt(RunSummary told) {
        synchronized (this) {
            if (ending) {
                return;
            }
            if (!told.state().ended()) {
                follow(told.state());
            }
            started = told.started().orElse(started);
            counts = told.units();
            tags = told.tags();
            note = told.note();
        }
        services.events().changed(summary());
    }

    /** States between may have been left out. */
    private void follow(RunState next) {
        if (state != next) {
            if (!RunTransitions.allowed(state, next)) {
                state = RunTransitions.check(state, RunState.RUNNING);
            }
            if (state != next) {
                state = RunTransitions.check(state, next);
            }
        }
    }

    /** Who writes labels into its folder while another process has it. */
    Optional<LabelScribe> scribe() {
        return Optional.ofNullable(scribe);
    }

    /** The folder goes to another process, or comes back from it with null. Whoever writes it asks on the store thread. */
    void scribe(LabelScribe next) {
        scribe = next;
    }

    /** Ends the process that carries it out, if there is one. */
    void killProcess() {
        Runnable kill = killer;
        if (kill != null) {
            kill.run();
        }
    }

    /** How the process that carries the run out is ended; null when there is none. */
    void killer(Runnable next) {
        killer = next;
    }

    /** Whoever gives it a turn hears when it comes to rest before its end. */
    void onRest(Consumer<LiveRun> listener) {
        onRest = listener;
    }

    /** The attempt cannot go on though the run has not ended; it is held as soon as its units have left. */
    void restSoon(RunException.Problem why) {
        synchronized (this) {
            follow(RunState.PAUSED);
            rested = why;
        }
        services.events().changed(summary());
    }

    /** The attempt is over though the run is not: it is held until it gets another turn. */
    void rest(RunException.Problem why) {
        restSoon(why);
        synchronized (this) {
            begun = false;
        }
        inbox.clear();
        onRest.accept(this);
    }

    /** It shall get another turn as soon as it is at rest. */
    synchronized void again() {
        again = rested != null;
    }

    /** Whether somebody asked for another turn before it was at rest. */
    synchronized boolean wantsAgain() {
        return again;
    }

    /** Why it comes or came to rest; empty when it does not. */
    synchronized Optional<RunException.Problem> rested() {
        return Optional.ofNullable(rested);
    }

    /** Whether it is carried out in a process of its own. */
    boolean isolated() {
        return check.isolated();
    }

    /** A newer result, live or final. */
    void result(Result next) {
        synchronized (this) {
            result = next;
            bestName = next.figure(next.best()).isPresent() ? next.best() : "";
            bestValue = best(next);
        }
        services.events().result(id(), next);
    }

    static double best(Result result) {
        return result.figure(result.best()).map(figure -> figure.value() instanceof Number number ? number.doubleValue() : Double.NaN)
                .orElse(Double.NaN);
    }

    synchronized Optional<Result> result() {
        return Optional.ofNullable(result);
    }

    /** Forgets the live result of a run that ends without one. */
    synchronized void forgetResult() {
        result = null;
        bestName = "";
        bestValue = Double.NaN;
    }

    synchronized RunSummary summary() {
        List<String> datasets = request().datasets();
        return new RunSummary(id(), request().analysis(), request().name(), state, submitted, Optional.ofNullable(started),
                Optional.ofNullable(finished), datasets.isEmpty() ? "" : datasets.get(0), bestName, bestValue, counts, state.resumable(), tags, note,
                datasets.stream().skip(1).toList());
    }

    /** Has other tags or another note. */
    void labelled(List<String> newTags, String newNote) {
        synchronized (this) {
            tags = newTags;
            note = newNote;
        }
        services.events().changed(summary());
    }

    /** What the threads of its units have allocated in this attempt, as far as they have ended. */
    long allocatedBytes() {
        return allocated.sum();
    }

    /** Where an attempt counts what its threads allocate. */
    void allocated(LongAdder counter) {
        allocated = counter;
    }

    /** Another run is at work beside it in this process. */
    void accompanied() {
        company = true;
    }

    /** Whether no other run has been at work beside it in this process. */
    boolean alone() {
        return !company;
    }

    /** Its folder is on disk when this returns, however long it has waited without one. On the store thread. */
    void materialise() throws IOException {
        if (services.queue().isPresent() && !Files.isDirectory(services.folders().folder(id()).path())) {
            RunStore.create(services.files(), services.folders().root(), frozen, new JournalEntry.Queued(submitted, services.owner()));
        }
    }

    /** Its folder says what becomes of it, and the queue need not any more. On the store thread. */
    void leftQueue() throws IOException {
        if (services.queue().isPresent()) {
            services.queue().get().left(id());
        }
    }

    /** The folder is open for writing; null: not any more. Told by the store thread. */
    synchronized void opened(RunStore open) {
        store = open;
    }

    /** The open folder. On the store thread, where it stays open while it is used. */
    synchronized Optional<RunStore> open() {
        return Optional.ofNullable(store);
    }

    /** Its end is written although units of it go on, and its folder is closed to them. On the store thread. */
    void retire() {
        retired = true;
    }

    /** Whether its folder is closed to its units, which still go on. */
    boolean retired() {
        return retired;
    }

    /** Whether the run has ended although something of it goes on. */
    synchronized boolean leftBehind() {
        return behind;
    }

    /** It ends although something of it goes on. */
    void behind() {
        synchronized (this) {
            behind = true;
        }
        inbox.add(new UnitTask.Nudge());
    }
}
