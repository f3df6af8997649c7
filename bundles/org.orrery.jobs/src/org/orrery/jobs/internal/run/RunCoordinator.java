package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.UnitProgress;
import org.orrery.analysis.Workload;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.Warning;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.internal.Patience;
import org.orrery.jobs.internal.codec.RecordCodec;
import org.orrery.jobs.internal.store.CurveFile;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.LedgerOutcomes;
import org.orrery.jobs.internal.store.ResultStore;
import org.orrery.jobs.internal.store.RunImage;
import org.orrery.jobs.internal.store.RunOpening;
import org.orrery.jobs.internal.store.RunStore;
import org.orrery.jobs.internal.store.SummaryFile;
import org.orrery.jobs.internal.store.UnitLedger;

/** An attempt in this process, from its first entry in the journal to its last. */
final class RunCoordinator implements Attempt {
    private static final double BYTES_PER_MIB = 1 << 20;
    private final LiveRun run;
    private final RunServices services;
    private final DoubleConsumer fraction;
    private final long began = System.nanoTime();
    private final LongAdder allocated = new LongAdder();
    private final Set<Warning> warnings = Collections.synchronizedSet(new LinkedHashSet<>());
    private final UnitLedger ledger = new UnitLedger();
    private double loadSeconds;
    private RunStore store;
    private RunImage image;
    private SeriesBuffer series;
    private RunStory story;
    private Supplier<Result> lastSummary = () -> Result.EMPTY;
    private RunException.Problem problem;
    private Result result;
    private boolean keeping;
    private boolean whole;

    /** @param fraction hears how much is done, 0 to 1 */
    RunCoordinator(LiveRun run, DoubleConsumer fraction) {
        this.run = run;
        this.services = run.services();
        this.fraction = fraction;
        run.allocated(allocated);
    }

    @Override
    public void run() {
        RunState state;
        try {
            open();
            work();
            state = ended();
        } catch (Throwable e) {
            // Errors too: the run must not stay RUNNING, whatever an analysis does.
            state = thrown(e);
        }
        if (state != RunState.PAUSED) {
            close(state);
        } else if (run.wish().atOnce()) {
            close(run.wish() == Wish.INTERRUPT ? RunState.INTERRUPTED : RunState.CANCELLED);
        } else {
            rest();
        }
    }

    private RunState thrown(Throwable thrown) {
        while (true) {
            try {
                return thrown instanceof CancellationException cancellation ? cancelled(cancellation) : broken(thrown);
            } catch (OutOfMemoryError e) {
                Patience.pause();
            }
        }
    }

    /** One that nobody asked for is a failure of the analysis like any other. */
    private RunState cancelled(CancellationException thrown) {
        return switch (run.wish()) {
            case CANCEL -> RunState.CANCELLED;
            case INTERRUPT -> RunState.INTERRUPTED;
            default -> broken(thrown);
        };
    }

    @Override
    public Optional<RunException.Problem> problem() {
        return Optional.ofNullable(problem);
    }

    private void open() throws IOException {
        RunOpening opening = join(services.thread().call(() -> {
            if (!services.alone()) {
                LastWords.keepRoom(services);
            }
            run.materialise();
            RunOpening open = RunOpening.open(services.files(), services.folders().folder(run.id()));
            run.opened(open.store());
            return open;
        }));
        store = opening.store();
        image = opening.image();
        series = new SeriesBuffer(services.thread(), store, new SeriesNews(services.events(), run.id()), run::now);
        story = new RunStory(series);
        Instant now = run.now();
        JournalEntry attempt = new JournalEntry.Attempt(image.attempts() + 1, now, run.check().descriptor().version(), image.request());
        join(services.thread().append(store, attempt, true));
        join(services.thread().call(() -> {
            run.leftQueue();
            return null;
        }));
        image.apply(attempt);
        run.moved(RunState.RUNNING, now);
    }

    private void work() throws Exception {
        int width = run.request().threads() > 0 ? run.request().threads() : Runtime.getRuntime().availableProcessors();
        story.begins(image.attempts(), run.check(), width);
        ProgressBoard board = new ProgressBoard(run.id());
        long before = Meters.allocated();
        Workload<?> workload = prepare(board, width);
        allocated.add(Meters.allocated() - before);
        loadSeconds = seconds(began);
        story.prepared(List.copyOf(warnings), loadSeconds);
        try (UnitPool pool = new UnitPool("Orrery run " + run.id() + " unit", width)) {
            Leftovers leftovers = new Leftovers(pool.group(), List.of(services.folders().root().getParent(), services.cache()));
            try {
                units(workload, board, pool);
            } finally {
                story.leaves(run, leftovers);
            }
        }
    }

    // The settings were bound to the record class of this very analysis.
    @SuppressWarnings("unchecked")
    private Workload<?> prepare(ProgressBoard board, int width) throws Exception {
        warnings.addAll(run.check().warnings());
        ProgressBoard.Line line = board.begin("", "", Messages.RunCoordinator_preparing, 0);
        try {
            return ((Analysis<Record>) run.check().analysis()).prepare(run.check().settings(),
                    new StoreInputs(services.data(), run.request().inputs()), new Preparation(run, board, line, width, warnings));
        } finally {
            board.end(line);
        }
    }

    private <O> void units(Workload<O> workload, ProgressBoard board, UnitPool pool) throws Exception {
        RecordCodec<O> codec = new RecordCodec<>(workload.outcomeType());
        if (!image.committed().isEmpty() && !image.fingerprint().equals(codec.fingerprint())) {
            throw new RunException(RunException.Code.NOT_RESUMABLE, Messages.RunCoordinator_outcomeChanged);
        }
        join(services.thread().append(store, new JournalEntry.Prepared(loadSeconds, List.copyOf(warnings), codec.fingerprint()), false));
        Supplier<Outcomes<O>> outcomes = () -> new LedgerOutcomes<>(store.folder(), ledger, codec);
        LiveSummary<O> live = new LiveSummary<>(workload, outcomes, services.background(), each -> run.result(withWarnings(each)),
                e -> series.log(UnitProgress.Level.WARNING, "",
                        Messages.bind(Messages.RunCoordinator_liveSummary, Failures.problem(e).message())));
        lastSummary = () -> summarise(workload, outcomes.get());
        try {
            UnitLoop<O> loop = new UnitLoop<>(run, new UnitTask.Shared<>(run.request().seed(), image.attempts(), workload, codec, ledger,
                    store, services.thread(), pool, run.signal(), run.control(), board, series, new ConcurrentHashMap<>(),
                    new LateDesk(run, image.attempts()), new MadeDatasets(services, run.id(), run.request()), services.background(), allocated, run.inbox(), run::now), live,
                    fraction);
            loop.declare(image);
            story.planned(ledger.counts());
            whole = loop.work();
        } finally {
            live.close();
        }
    }

    private <O> Result summarise(Workload<O> workload, Outcomes<O> outcomes) {
        try {
            return withWarnings(workload.summarise(outcomes, LiveSummary.last(run.signal()::check)));
        } catch (AnalysisException e) {
            throw new CompletionException(e);
        }
    }

    private Result withWarnings(Result plain) {
        List<Warning> all = new ArrayList<>(warnings);
        plain.warnings().stream().filter(warning -> !all.contains(warning)).forEach(all::add);
        return plain.withWarnings(all);
    }

    private RunState ended() throws IOException {
        UnitCounts counts = ledger.counts();
        if (run.wish() == Wish.STOP && counts.done() == 0) {
            // There is nothing to keep.
            return RunState.CANCELLED;
        }
        if (counts.total() > 0 && counts.done() == 0) {
            problem = ledger.firstFailure().orElse(null);
            return RunState.FAILED;
        }
        keep(lastSummary.get());
        if (run.wish() == Wish.STOP && !(whole && counts.done() + counts.failed() + counts.skipped() == counts.total())) {
            return RunState.STOPPED_KEPT;
        }
        return counts.failed() + counts.skipped() > 0 ? RunState.COMPLETED_PARTIAL : RunState.COMPLETED;
    }

    /** Writes the result; a thread of the background does it, because that of a job may be interrupted. */
    private void keep(Result last) throws IOException {
        keeping = true;
        Result kept = join(CompletableFuture.supplyAsync(() -> {
            try {
                String digest = ResultStore.write(services.files(), store.folder(), last);
                join(services.thread().append(store, new JournalEntry.Stored(digest, last.figure(last.best()).isPresent() ? last.best() : "",
                        LiveRun.best(last)), true));
                join(services.thread().call(() -> {
                    ResultStore.settle(services.files(), store.folder(), Optional.of(digest));
                    return null;
                }));
                return last;
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        }, services.background()));
        result = kept;
    }

    private RunState broken(Throwable thrown) {
        problem = Failures.problem(thrown);
        if (problem.code() == RunException.Code.OUT_OF_DISK) {
            return RunState.PAUSED;
        }
        if (store == null) {
            services.reporter().report("Run " + run.id() + " could not be opened", thrown);
            return RunState.FAILED;
        }
        if (series != null) {
            series.log(UnitProgress.Level.WARNING, "", problem.message() + System.lineSeparator() + Failures.trace(thrown));
        }
        // A result that is being kept when the disk refuses may be named by the journal: a second one must not take its place.
        if (ledger.counts().done() == 0 || store.failure().isPresent() || keeping) {
            return RunState.FAILED;
        }
        try {
            keep(lastSummary.get());
            return RunState.FAILED_PARTIAL;
        } catch (Throwable e) {
            // Not even a part can be shown; the first failure is the one to tell.
            series.log(UnitProgress.Level.WARNING, "", Failures.trace(e));
            return RunState.FAILED;
        }
    }

    /** The disk is full: this attempt is over, and the run waits for room. That of an isolated one is written by its owner. */
    private void rest() {
        Instant now = run.now();
        if (!services.alone()) {
            LastWords.write(run, store, RunState.PAUSED, Optional.of(problem), now);
        } else if (store != null) {
            services.thread().call(() -> {
                store.close();
                run.opened(null);
                return null;
            }).exceptionally(trouble -> {
                services.reporter().report("Run " + run.id() + " could not be closed", trouble);
                return null;
            }).join();
        }
        run.rest(problem);
    }

    private void close(RunState state) {
        if (!run.claimEnd()) {
            return;
        }
        Instant now = run.now();
        boolean told = false;
        while (true) {
            try {
                if (!told) {
                    // Once: what its journal has not taken then is written by who opens it again.
                    told = true;
                    store(state, now);
                }
                conclude(state, now);
                return;
            } catch (OutOfMemoryError e) {
                Patience.pause();
            }
        }
    }

    private void store(RunState state, Instant now) {
        if (store != null) {
            try {
                story.ended(state, ledger.counts(), seconds(began));
                series.flush();
                if (problem != null) {
                    services.thread().append(store, new JournalEntry.Broken(problem), false);
                }
                double total = seconds(began);
                services.thread().append(store, new JournalEntry.Spent(loadSeconds, Math.max(0, total - loadSeconds), total,
                        allocated.sum() / BYTES_PER_MIB, Meters.peakResident(), services.alone() ? Meters.peakHeap() : Double.NaN), false);
                join(services.thread().append(store, new JournalEntry.Moved(state, now), true));
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                unwritten(state, now, e);
            }
            services.thread().call(() -> {
                store.close();
                run.opened(null);
                // What units that did not commit have left; one that was left behind may still bring it to an end.
                if (!run.leftBehind()) {
                    services.files().delete(store.folder().scratch());
                }
                SummaryFile.write(services.files(), store.folder());
                CurveFile.write(services.files(), store.folder());
                return null;
            }).whenComplete((none, trouble) -> {
                if (trouble != null) {
                    services.reporter().report("Run " + run.id() + " could not be tidied up; the next owner does it", trouble);
                }
            });
        } else if (!services.alone()) {
            LastWords.write(run, null, state, Optional.ofNullable(problem), now);
        }
    }

    private void unwritten(RunState state, Instant now, Throwable why) {
        while (true) {
            try {
                services.reporter().report("The end of run " + run.id() + " was not taken by its journal", why);
                if (!services.alone()) {
                    // That of an isolated run is written by its owner.
                    LastWords.write(run, store, state, Optional.ofNullable(problem), now);
                }
                return;
            } catch (OutOfMemoryError e) {
                Patience.pause();
            }
        }
    }

    /** Lets everybody know; may be called again when memory ran out in between. */
    private void conclude(RunState state, Instant now) {
        if (result != null) {
            run.result(result);
        } else {
            run.forgetResult();
        }
        if (run.state() == RunState.QUEUED || run.state() == RunState.WAITING_RESOURCE) {
            run.moved(RunState.RUNNING, now);
        }
        if (run.state() != state) {
            run.moved(state, now);
        } else {
            services.events().changed(run.summary());
        }
        run.end().complete(run.summary());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    static <T> T join(CompletableFuture<T> future) throws IOException {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException disk) {
                throw disk;
            }
            throw e;
        }
    }
}
