package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;

import org.orrery.analysis.result.Result;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.internal.worker.WorkerLine;
import org.orrery.jobs.internal.worker.WorkerMessage;
import org.orrery.jobs.internal.worker.WorkerProcess;

/**
 * An attempt in a process of its own. This side passes on what is wished and what the worker tells, and ends a worker that does
 * not obey in time. While the worker lives, nobody here writes the folder of the run; how it ended is read from its journal.
 */
final class IsolatedAttempt implements Attempt {
    /** A framework starts in a second or two; on a machine that is busy beyond measure in many. */
    private static final Duration STARTING = Duration.ofSeconds(120);
    /** A third of the second that a cancel may take; the rest is for the end of the process and the journal, on a machine that is busy. */
    private static final Duration CANCEL_GRACE = Duration.ofMillis(300);
    /** A run that is interrupted loses the units at work, so they may take a little longer to come to an end. */
    private static final Duration INTERRUPT_GRACE = Duration.ofSeconds(2);
    private static final Duration LEAVING = Duration.ofSeconds(10);
    private static final long TICK_MILLIS = 50;
    private final LiveRun run;
    private final RunServices services;
    private final DoubleConsumer fraction;
    private final Set<String> begun = new LinkedHashSet<>();
    private final Set<String> unwanted = new HashSet<>();
    private int limits;
    private final LabelScribe scribe = new LabelScribe();
    private final SeriesNews news;
    private volatile boolean said;
    private volatile RunException.Problem problem;
    private boolean killed;

    /** @param fraction hears how much is done, 0 to 1 */
    IsolatedAttempt(LiveRun run, DoubleConsumer fraction) {
        this.run = run;
        this.services = run.services();
        this.fraction = fraction;
        this.news = new SeriesNews(services.events(), run.id());
    }

    @Override
    public void run() {
        // On a thread of the background: that of a job may be interrupted, which closes channels.
        CompletableFuture.runAsync(this::carryOut, services.background()).join();
    }

    @Override
    public Optional<RunException.Problem> problem() {
        return Optional.ofNullable(problem);
    }

    private void carryOut() {
        WorkerEnd end;
        run.scribe(scribe);
        // Who has begun to write labels comes to an end before the worker opens the folder; who comes later sees the scribe.
        try {
            RunCoordinator.join(services.thread().call(() -> {
                run.materialise();
                run.leftQueue();
                return null;
            }));
            end = work();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end = WorkerEnd.unstarted(e.toString());
        } catch (IOException | RuntimeException e) {
            services.reporter().report("Run " + run.id() + " lost its process", e);
            end = WorkerEnd.unstarted(String.valueOf(e.getMessage()));
        }
        run.scribe(null);
        scribe.gone();
        close(end);
    }

    private WorkerEnd work() throws IOException, InterruptedException {
        try (WorkerProcess worker = WorkerProcess.start(services.workers().orElseThrow(), services.files(), services.folders().root(),
                run.id(), services.cache(), run.request().isolation().heapMiB(), services.background())) {
            run.killer(worker::kill);
            CompletableFuture<WorkerLine> line = CompletableFuture.supplyAsync(() -> answer(worker), services.background());
            CompletableFuture<Void> talk = line.thenAcceptAsync(this::listen, services.background());
            attend(worker, line, talk);
            if (!worker.ended(LEAVING)) {
                worker.kill();
            }
            boolean gone = worker.ended(LEAVING);
            if (line.isDone() && !line.isCompletedExceptionally()) {
                line.join().close();
            }
            return new WorkerEnd(!line.isCompletedExceptionally(), said, killed, gone ? worker.exitCode() : 0, worker.output());
        }
    }

    private static WorkerLine answer(WorkerProcess worker) {
        try {
            return worker.answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes wishes on until the worker says nothing more, and ends it when it does not fulfil them in time. */
    private void attend(WorkerProcess worker, CompletableFuture<WorkerLine> line, CompletableFuture<Void> talk) throws InterruptedException {
        Wish sent = Wish.GO;
        long began = System.nanoTime();
        long sentAt = began;
        while (!talk.isDone()) {
            Wish wish = run.wish();
            if (wish != sent && line.isDone() && !line.isCompletedExceptionally()) {
                send(line.join(), new WorkerMessage.Wished(wish.name()));
                sent = wish;
                sentAt = System.nanoTime();
            }
            if (line.isDone() && !line.isCompletedExceptionally()) {
                groups(line.join());
            }
            boolean connected = sent == wish && line.isDone();
            boolean late = wish.atOnce() ? !connected || passed(sentAt, wish == Wish.CANCEL ? CANCEL_GRACE : INTERRUPT_GRACE)
                    : !line.isDone() && passed(began, STARTING);
            if (late && !killed) {
                killed = true;
                worker.kill();
                sentAt = System.nanoTime();
            }
            if (killed && passed(sentAt, LEAVING)) {
                return;
            }
            run.inbox().poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean passed(long since, Duration limit) {
        return System.nanoTime() - since > limit.toNanos();
    }

    /** Passes on what has come to be wished of groups of units. */
    private void groups(WorkerLine line) {
        for (String group : run.control().unwanted()) {
            if (unwanted.add(group)) {
                send(line, new WorkerMessage.Unwanted(group));
            }
        }
        for (UnitControl.Limit limit : run.control().limits(limits)) {
            send(line, new WorkerMessage.Limited(limit.group(), limit.time().toMillis(), limit.fromNow()));
            limits++;
        }
    }

    private void send(WorkerLine line, WorkerMessage message) {
        try {
            line.send(message);
        } catch (IOException gone) {
            // The worker has ended: who listens to it hears of that, and the journal tells the rest.
            services.events().changed(run.summary());
        }
    }

    private void listen(WorkerLine line) {
        scribe.connected(line);
        try {
            Optional<WorkerMessage> message = line.receive();
            while (message.isPresent()) {
                hear(message.get());
                message = line.receive();
            }
        } catch (IOException | RuntimeException e) {
            services.reporter().report("The process of run " + run.id() + " is not understood", e);
        }
    }

    private void hear(WorkerMessage message) throws IOException {
        switch (message) {
            case WorkerMessage.Begun unit -> begun.add(unit.unit());
            case WorkerMessage.Changed change -> run.adopt(change.summary());
            case WorkerMessage.Progressed progress -> {
                services.events().progress(progress.progress());
                fraction.accept(progress.progress().fraction());
            }
            case WorkerMessage.Live live -> run.result(live.result().unpack(services.folders().folder(run.id())));
            case WorkerMessage.Ended ended -> {
                problem = ended.problem().orElse(null);
                said = true;
            }
            case WorkerMessage.Hello again -> throw new IOException("A second greeting of process " + again.pid());
            case WorkerMessage.Kept kept -> scribe.answered(kept);
            case WorkerMessage.Reported reported -> news.add(reported.series());
            case WorkerMessage.Grouped grouped -> run.control().know(grouped.groups());
            default -> throw new IOException("Not for the owner: " + message);
        }
    }

    private void close(WorkerEnd end) {
        if (problem != null && problem.code() == RunException.Code.OUT_OF_DISK && !run.wish().atOnce()) {
            LastWords.write(run, null, RunState.PAUSED, Optional.of(problem), run.now());
            run.rest(problem);
            return;
        }
        if (!run.claimEnd()) {
            return;
        }
        RunState state;
        Instant now = run.now();
        Optional<Result> result = Optional.empty();
        try {
            WorkerVerdict verdict = WorkerVerdict.of(services, run.id(), end, run.wish(), begun, Optional.ofNullable(problem));
            state = verdict.state();
            problem = verdict.problem().orElse(null);
            run.counted(verdict.counts());
            now = verdict.at();
            result = services.folders().open(run.id()).result();
            // The worker leaves the catalogue to its owner.
            verdict.commits().forEach(new MadeDatasets(services, run.id(), run.request())::register);
        } catch (IOException | RunException | CompletionException e) {
            // The journal stays without an end: the next owner finds the run interrupted, which is what it then is.
            services.reporter().report("The end of run " + run.id() + " could not be stored", e);
            problem = Failures.problem(e);
            state = RunState.INTERRUPTED;
        }
        result.ifPresentOrElse(run::result, run::forgetResult);
        if (!RunTransitions.allowed(run.state(), state)) {
            run.moved(RunState.RUNNING, now);
        }
        run.moved(state, now);
        run.end().complete(run.summary());
    }

    /**
     * How a worker ended.
     *
     * @param called whether it ever called the owner
     * @param said whether it said that it ends
     * @param killed whether the owner ended it
     * @param code its exit code
     * @param output the last of what it wrote
     */
    record WorkerEnd(boolean called, boolean said, boolean killed, int code, String output) {
        static WorkerEnd unstarted(String why) {
            return new WorkerEnd(false, false, false, 0, why);
        }

        /** In the order of the list, those that have begun and not ended. */
        static List<String> atWork(Set<String> begun, Predicate<String> ended) {
            return begun.stream().filter(unit -> !ended.test(unit)).toList();
        }
    }
}
