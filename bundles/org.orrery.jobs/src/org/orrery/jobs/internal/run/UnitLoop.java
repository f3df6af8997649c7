package org.orrery.jobs.internal.run;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;

import org.orrery.analysis.Outcomes;
import org.orrery.analysis.Unit;
import org.orrery.analysis.UnitProgress;
import org.orrery.analysis.Workload;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunState;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.LedgerOutcomes;
import org.orrery.jobs.internal.store.RunImage;

/**
 * Does the units of one attempt: begins them, hears of their ends, asks for more, holds and stops. Everything here happens
 * on the thread of the run; units and disk only leave events.
 *
 * @param <O> the outcome of a unit
 */
final class UnitLoop<O> {
    private static final long TICK_MILLIS = 100;
    private static final long FLUSH_NANOS = 500_000_000L;
    /** How often threads that wait for each other are looked for, as a part of the patience with a unit; 4 of 10 seconds. */
    private static final double DEADLOCK_LOOK = 0.4;
    /** So many units may wait for the disk; then none begins until it has caught up. */
    private static final int MOST_UNSTORED = 512;
    private final LiveRun run;
    private final UnitTask.Shared<O> shared;
    private final LiveSummary<O> summary;
    private final DoubleConsumer fraction;
    private final UnitSchedule schedule = new UnitSchedule();
    /** Rounds of earlier attempts that wait for the one before, as they did when they were asked for. */
    private final Deque<List<Unit>> waiting = new ArrayDeque<>();
    private int rounds;
    private int busy;
    private int unstored;
    private Throwable trouble;
    private RunProgress shown;
    private long flushed = System.nanoTime();
    private final Deadlocks deadlocks = new Deadlocks();
    private final Optional<MachineCurves> machine;
    private long looked = System.nanoTime();

    UnitLoop(LiveRun run, UnitTask.Shared<O> shared, LiveSummary<O> summary, DoubleConsumer fraction) {
        this.run = run;
        this.shared = shared;
        this.summary = summary;
        this.fraction = fraction;
        // A program has curves of its own, and this process only waits for it.
        this.machine = run.check().descriptor().kind() == RunQueue.Kind.EXTERNAL ? Optional.empty() : Optional.of(new MachineCurves(run, shared.series()));
    }

    /**
     * Declares the units: those of the workload, and those that {@code more} gave in earlier attempts. What was committed is
     * not done again.
     *
     * @throws RunException not-resumable when a committed unit is not declared any more
     */
    void declare(RunImage image) throws RunException {
        List<Unit> first = List.copyOf(shared.workload().units());
        List<List<Unit>> all = new ArrayList<>(List.of(first));
        all.addAll(image.rounds().stream().skip(1).toList());
        for (List<Unit> round : all) {
            shared.ledger().declare(round);
            shared.board().declare(round);
            shared.control().declare(round);
        }
        takeBack(image);
        if (image.rounds().isEmpty() || !image.rounds().get(0).equals(first)) {
            append(new JournalEntry.Declared(0, first));
        }
        for (Unit unit : shared.ledger().units()) {
            JournalEntry.Committed commit = image.committed().get(unit.id());
            if (commit != null) {
                shared.ledger().succeeded(commit, true);
                // A crash may have come between the commit and the catalogue.
                shared.datasets().register(commit);
                shared.board().restored(unit, commit.seconds());
                commit.files().forEach(file -> shared.artifactOwners().put(file.id(), unit.id()));
            }
        }
        for (String committed : image.committed().keySet()) {
            if (shared.ledger().units().stream().noneMatch(unit -> unit.id().equals(committed))) {
                throw new RunException(RunException.Code.NOT_RESUMABLE, Messages.bind(Messages.RunCoordinator_unitsChanged, committed));
            }
        }
        rounds = all.size();
        waiting.addAll(all.subList(1, all.size()));
        leaveOut(schedule.add(first, shared.ledger()::status));
        for (String group : shared.control().unknown()) {
            shared.series().log(UnitProgress.Level.WARNING, "", Messages.bind(Messages.UnitLoop_noGroup, group));
        }
        shared.board().open(overridesMore(shared.workload()));
        shared.board().unitsBegin();
        run.counted(shared.ledger().counts());
    }

    /** Before the new units are on disk, so that a crash in between finds the same reason again. */
    private void takeBack(RunImage image) {
        Map<String, String> again = Redo.of(image, shared.ledger().units());
        List<JournalEntry> entries = new ArrayList<>();
        again.forEach((unit, because) -> {
            String message = Messages.bind(Messages.UnitLoop_again, unit, because);
            // The last first: a crash leaves no unit that depends on one taken back.
            entries.add(0, new JournalEntry.Lost(unit, message, run.now()));
            shared.series().log(UnitProgress.Level.INFO, unit, message);
        });
        entries.forEach(entry -> {
            append(entry);
            image.apply(entry);
        });
    }

    private static boolean overridesMore(Workload<?> workload) {
        try {
            return workload.getClass().getMethod("more", Outcomes.class).getDeclaringClass() != Workload.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every workload has this method", e);
        }
    }

    /**
     * Returns when everything was tried, or when the run was stopped and its closing units are done.
     *
     * @return whether no further round was to come
     * @throws CancellationException when the run shall end at once
     */
    boolean work() throws Exception {
        while (true) {
            Wish wish = run.wish();
            if (wish.atOnce() || failed()) {
                hold(wish);
                drain();
                throwTrouble();
                throw new CancellationException();
            }
            if (wish != Wish.HOLD && run.state() == RunState.PAUSED) {
                move(RunState.RUNNING);
            }
            if (wish == Wish.STOP) {
                shared.control().stop();
                while (!waiting.isEmpty()) {
                    leaveOut(schedule.add(waiting.remove(), shared.ledger()::status));
                }
                leaveOut(schedule.stop());
            }
            if (wish != Wish.HOLD) {
                begin();
            }
            if (busy == 0 && unstored == 0) {
                if (wish == Wish.HOLD) {
                    hold();
                } else if (schedule.left() > 0) {
                    throw new IllegalStateException("Units wait for each other in a circle");
                } else if (wish == Wish.STOP) {
                    // Whether anything is left to do must be known, or a search that was stopped would count as complete.
                    return asked().isEmpty();
                } else if (!more()) {
                    return true;
                } else {
                    continue;
                }
            }
            hear();
            tick();
        }
    }

    /** When the disk is full, everybody sees at once that the run is held, and units that could leave nothing do not go on. */
    private void hold(Wish wish) {
        if (trouble != null && !wish.atOnce() && Failures.problem(trouble).code() == RunException.Code.OUT_OF_DISK) {
            shared.control().leaveAll(Failures.problem(trouble).message());
            run.restSoon(Failures.problem(trouble));
        }
    }

    private boolean failed() {
        if (trouble == null) {
            trouble = shared.store().failure().orElse(null);
        }
        return trouble != null;
    }

    private void throwTrouble() throws Exception {
        switch (trouble) {
            case null -> {
            }
            case CompletionException e when e.getCause() instanceof Exception cause -> throw cause;
            case Exception e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(trouble);
        }
    }

    private void hold() {
        if (run.state() == RunState.RUNNING) {
            move(RunState.PAUSED);
        }
    }

    private void move(RunState next) {
        Instant now = run.now();
        append(new JournalEntry.Moved(next, now));
        run.moved(next, now);
    }

    private void append(JournalEntry entry) {
        shared.thread().append(shared.store(), entry, true).join();
    }

    private void begin() {
        while (busy < shared.pool().width() && unstored < MOST_UNSTORED) {
            Optional<Unit> next = schedule.next();
            if (next.isEmpty()) {
                return;
            }
            Optional<String> unwanted = shared.control().reason(next.get().group());
            if (unwanted.isPresent()) {
                leaveOut(next.get().id(), unwanted.get());
                shared.board().ended(next.get());
                leaveOut(schedule.ended(next.get().id(), false));
                run.counted(shared.ledger().counts());
                continue;
            }
            run.services().events().begins(run.id(), next.get().id());
            shared.pool().execute(new UnitTask<>(shared, next.get()));
            // Only now: a unit that could not begin for want of memory would be waited for.
            busy++;
            unstored++;
        }
    }

    /** Waits a little for an event and takes all that are there. */
    private void hear() throws InterruptedException {
        UnitTask.Event event = run.inbox().poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        boolean ended = false;
        while (event != null) {
            ended |= hear(event);
            event = run.inbox().poll();
        }
        if (ended) {
            run.counted(shared.ledger().counts());
        }
    }

    private boolean hear(UnitTask.Event event) {
        switch (event) {
            case UnitTask.Nudge nudge -> {
                return false;
            }
            case UnitTask.Freed freed -> {
                busy--;
                return false;
            }
            case UnitTask.Succeeded success -> {
                shared.ledger().succeeded(success.commit(), false);
                shared.board().ended(success.unit(), success.commit().seconds());
                leaveOut(schedule.ended(success.unit().id(), true));
                summary.touched();
            }
            case UnitTask.Failed failure -> {
                shared.ledger().failed(failure.unit().id(), failure.problem().code(), failure.problem().message());
                shared.board().ended(failure.unit());
                leaveOut(schedule.ended(failure.unit().id(), false));
                summary.touched();
            }
            case UnitTask.Left left -> {
                shared.ledger().skipped(left.unit().id(), left.reason());
                shared.board().ended(left.unit());
                leaveOut(schedule.ended(left.unit().id(), false));
                summary.touched();
            }
            case UnitTask.GivenUp givenUp -> givenUp.trouble().ifPresent(thrown -> trouble = trouble == null ? thrown : trouble);
        }
        unstored--;
        return true;
    }

    private void leaveOut(List<UnitSchedule.Skip> skips) {
        skips.forEach(skip -> leaveOut(skip.unit(), Messages.bind(Messages.RunCoordinator_skipped, skip.because())));
    }

    private void leaveOut(String unit, String message) {
        shared.thread().append(shared.store(), new JournalEntry.Skipped(unit, message, run.now()), false);
        shared.ledger().skipped(unit, message);
    }

    private List<Unit> asked() {
        return List.copyOf(shared.workload().more(new LedgerOutcomes<>(shared.store().folder(), shared.ledger(), shared.codec())));
    }

    /** Asks the workload, and has its answer on disk before anything of it begins; whether there was one. */
    private boolean more() {
        if (!waiting.isEmpty()) {
            leaveOut(schedule.add(waiting.remove(), shared.ledger()::status));
            return true;
        }
        List<Unit> next = asked();
        if (next.isEmpty()) {
            shared.board().open(false);
            return false;
        }
        shared.ledger().declare(next);
        shared.board().declare(next);
        shared.control().declare(next);
        append(new JournalEntry.Declared(rounds, next));
        rounds++;
        leaveOut(schedule.add(next, shared.ledger()::status));
        run.counted(shared.ledger().counts());
        return true;
    }

    /** Waits until no unit is at work and the disk has answered for each. */
    private void drain() throws InterruptedException {
        while ((busy > 0 || unstored > 0) && !run.leftBehind()) {
            hear();
            tick();
        }
    }

    private void tick() {
        shared.control().tell();
        RunProgress progress = shared.board().progress();
        if (!progress.equals(shown)) {
            shown = progress;
            run.services().events().progress(progress);
            fraction.accept(progress.fraction());
        }
        if (System.nanoTime() - flushed > FLUSH_NANOS) {
            flushed = System.nanoTime();
            shared.series().flush();
        }
        if (System.nanoTime() - looked > DEADLOCK_LOOK * run.services().patience().toNanos()) {
            looked = System.nanoTime();
            deadlocks.look(shared.pool().group(), this::tell);
        }
        machine.ifPresent(MachineCurves::tick);
        summary.tick();
    }

    private void tell(Deadlocks.Knot knot) {
        String sentence = Messages.bind(Messages.Deadlocks_knot, new Object[] {run.id(), String.join(", ", knot.threads()), knot.stacks()});
        shared.series().log(UnitProgress.Level.WARNING, "", sentence);
        run.services().reporter().report(sentence, null);
    }
}
