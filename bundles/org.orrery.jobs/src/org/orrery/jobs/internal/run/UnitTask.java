package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import org.orrery.analysis.ProcessSpec;
import org.orrery.analysis.Unit;
import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitContext;
import org.orrery.analysis.UnitOutput;
import org.orrery.analysis.UnitProgress;
import org.orrery.analysis.Workload;
import org.orrery.jobs.RunException;
import org.orrery.jobs.internal.Patience;
import org.orrery.jobs.internal.codec.RecordCodec;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.JournalEntry.Committed;
import org.orrery.jobs.internal.store.LedgerOutcomes;
import org.orrery.jobs.internal.store.RunStore;
import org.orrery.jobs.internal.store.StoreThread;
import org.orrery.jobs.internal.store.UnitCommit;
import org.orrery.jobs.internal.store.UnitLedger;
import org.orrery.math.CounterRandom;

/**
 * One unit at work on one thread of the pool. Tells two things, each once: that the thread is free again, and, when it is
 * on disk, how the unit ended.
 *
 * @param <O> the outcome
 */
final class UnitTask<O> implements Runnable, UnitContext, UnitCompute, UnitProgress {
    /** What a task tells. */
    sealed interface Event permits Freed, Succeeded, Failed, Left, GivenUp, Nudge {
    }

    /** A thread is free. */
    record Freed(Unit unit) implements Event {
    }

    /** The unit is committed. */
    record Succeeded(Unit unit, Committed commit) implements Event {
    }

    /** The unit failed, and the journal says so. */
    record Failed(Unit unit, RunException.Problem problem) implements Event {
    }

    /** The unit was told to leave, and the journal says so. */
    record Left(Unit unit, String reason) implements Event {
    }

    /** The unit ended because the run ends, or its ending could not be stored. */
    record GivenUp(Unit unit, Optional<Throwable> trouble) implements Event {
    }

    /** Nothing ended, but something else wants attention. */
    record Nudge() implements Event {
    }

    /** What the tasks of a run share. */
    record Shared<O>(long seed, int attempt, Workload<O> workload, RecordCodec<O> codec, UnitLedger ledger, RunStore store,
            StoreThread thread, UnitPool pool, CancelSignal signal, UnitControl control, ProgressBoard board, SeriesBuffer series,
            Map<String, String> artifactOwners, LateDesk late, MadeDatasets datasets, Executor background, LongAdder allocated, BlockingQueue<Event> events, InstantSource clock) {
    }

    private final Shared<O> shared;
    private final Unit unit;
    private final LongAdder allocated = new LongAdder();
    private final ProgressBoard.Line line;
    private final TaskOutput output;
    private final CancelSignal signal;
    // Made beforehand: without memory nothing could be.
    private final Runnable failing = this::failOrLeave;
    private final Runnable listening = this::listen;
    private final Runnable leaving = this::leaveThread;
    private final Freed freed;
    private volatile String reason;
    private long before = -1;
    private Throwable thrown;
    private UnitCommit leaves;
    private CompletableFuture<Committed> stored;

    UnitTask(Shared<O> shared, Unit unit) {
        this.shared = shared;
        this.unit = unit;
        this.freed = new Freed(unit);
        this.signal = shared.signal().child();
        this.line = shared.board().begin(unit.id(), unit.group(), unit.label(), unit.cost());
        this.output = new TaskOutput(unit.id(), shared.attempt(), shared.thread(), shared.store(), shared.artifactOwners(), shared.late());
    }

    @Override
    public void run() {
        try {
            work();
        } catch (Throwable e) {
            // Whatever a unit throws, errors too, is its own failure: the other units and runs go on.
            thrown = e;
            Patience.surely(failing);
        } finally {
            Patience.surely(leaving);
        }
    }

    private void work() throws Exception {
        long began = System.nanoTime();
        before = Meters.allocated();
        shared.control().begin(unit, this);
        signal.check();
        O outcome = shared.workload().execute(unit, new LedgerOutcomes<>(shared.store().folder(), shared.ledger(), shared.codec()), this);
        byte[] bytes = encode(outcome);
        commit(bytes, (System.nanoTime() - began) / 1e9, Meters.allocated() - before);
    }

    private void leaveThread() {
        shared.control().end(unit);
        shared.signal().forget(signal);
        if (before >= 0) {
            shared.allocated().add(Meters.allocated() - before + allocated.sum());
            before = -1;
        }
        shared.board().end(line);
        tell(freed);
    }

    private byte[] encode(O outcome) throws IOException {
        if (outcome == null) {
            throw new IllegalStateException("Unit " + unit.id() + " has no outcome");
        }
        return shared.codec().encode(outcome);
    }

    private void commit(byte[] outcome, double seconds, long bytes) {
        shared.series().flush();
        leaves = output.commit(outcome, seconds, bytes + allocated.sum());
        stored = shared.thread().commit(shared.store(), leaves, shared.attempt(), shared.clock());
        // From here on the unit may be on disk: it cannot fail any more.
        Patience.surely(listening);
    }

    private void listen() {
        stored.exceptionallyCompose(refusal -> shared.late().keep(leaves, output.late(), refusal)).thenCompose(this::registered).whenComplete(telling(commit -> new Succeeded(unit, commit)));
    }

    /** The commit, once the data sets in it stand in the catalogue; reading them is no work for the store thread. */
    private CompletableFuture<Committed> registered(Committed commit) {
        return MadeDatasets.any(commit) ? CompletableFuture.supplyAsync(() -> {
            shared.datasets().register(commit);
            return commit;
        }, shared.background()) : CompletableFuture.completedFuture(commit);
    }

    /** The unit shall not go on, though the run does. */
    void leave(String why) {
        reason = why;
        signal.give();
    }

    Unit unit() {
        return unit;
    }

    /** Whatever a unit throws that was told to leave, it throws because of that. */
    private void failOrLeave() {
        if (thrown instanceof CancellationException && shared.signal().given()) {
            tell(new GivenUp(unit, Optional.empty()));
            return;
        }
        String why = reason;
        if (why == null) {
            fail();
            return;
        }
        shared.series().flush();
        shared.thread().append(shared.store(), new JournalEntry.Skipped(unit.id(), why, shared.clock().instant()), true)
                .whenComplete(telling(none -> new Left(unit, why)));
    }

    private void fail() {
        RunException.Problem problem = Failures.problem(thrown);
        if (problem.code() == RunException.Code.OUT_OF_DISK) {
            // No fault of the unit: it is done again when there is room.
            tell(new GivenUp(unit, Optional.of(thrown)));
            return;
        }
        log(Level.WARNING, problem.message() + System.lineSeparator() + Failures.trace(thrown));
        shared.series().flush();
        shared.thread().append(shared.store(), new JournalEntry.Failed(unit.id(), problem.code(), problem.message(), shared.clock().instant()), true)
                .whenComplete(telling(none -> new Failed(unit, problem)));
    }

    /** Tells how a write ended. An error in here is heard by nobody, and the run would wait for ever: so it is tried until there is memory. */
    private <T> BiConsumer<T, Throwable> telling(Function<T, Event> success) {
        return (value, trouble) -> {
            while (true) {
                try {
                    tell(trouble == null ? success.apply(value) : new GivenUp(unit, Optional.of(trouble)));
                    return;
                } catch (OutOfMemoryError e) {
                    Patience.pause();
                }
            }
        };
    }

    private void tell(Event event) {
        shared.events().add(event);
    }

    @Override
    public UnitCompute compute() {
        return this;
    }

    @Override
    public UnitProgress progress() {
        return this;
    }

    @Override
    public UnitOutput output() {
        return output;
    }

    @Override
    public void checkCancelled() {
        signal.check();
    }

    @Override
    public int threads() {
        return shared.pool().width();
    }

    @Override
    public void parallel(int count, Part part) throws Exception {
        shared.pool().parallel(count, part, allocated);
    }

    @Override
    public RandomGenerator random(String stream) {
        return CounterRandom.of(shared.seed(), unit.id(), stream);
    }

    private Optional<Duration> left() {
        return shared.control().left(unit.group());
    }

    @Override
    public Optional<Instant> deadline() {
        return left().map(Instant.now()::plus);
    }

    @Override
    public Registration onCancel(Runnable action) {
        return signal.onCancel(action);
    }

    @Override
    public ProcessSpec.End process(ProcessSpec spec) throws IOException, InterruptedException {
        return new UnitProcess(spec, signal, shared.control()::stopping).run(this::left);
    }

    @Override
    public int attempt() {
        return shared.attempt();
    }

    @Override
    public void worked(long done, long total, String what) {
        line.worked(done, total, what);
    }

    @Override
    public void metric(String name, long step, double value) {
        shared.series().metric(unit.id(), name, step, value);
    }

    @Override
    public void log(Level level, String message) {
        shared.series().log(level, unit.id(), message);
    }
}
