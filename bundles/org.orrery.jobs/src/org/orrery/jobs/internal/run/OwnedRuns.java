package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.orrery.analysis.result.Result;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.MemoryMonitor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Runs;
import org.orrery.jobs.internal.Patience;
import org.orrery.jobs.internal.store.Enlisted;
import org.orrery.jobs.internal.store.FrozenRequest;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.LateOutcomes;
import org.orrery.jobs.internal.store.QueueEntry;
import org.orrery.jobs.internal.store.QueueJournal;
import org.orrery.jobs.internal.store.RunImage;
import org.orrery.jobs.internal.store.StoreThread;
import org.orrery.jobs.models.ModelRegistry;

/** Runs in the process that owns the workspace. */
public final class OwnedRuns implements Runs, AutoCloseable {
    private final RunServices services;
    private final AnalysisCatalog catalog;
    private final Path folder;
    private final Admission queue;
    private final QueueDesk desk;
    private final QueueJournal journal;
    private final MemoryGuard guard;
    private final Watch watch;
    private final AtomicLong lastNumber;
    private final Map<Long, LiveRun> live = new ConcurrentHashMap<>();
    private final LabelDesk labels;
    private final Set<Long> resuming = ConcurrentHashMap.newKeySet();
    private final KeptResults results;
    private final GroupDesk groups;
    private volatile boolean closed;
    private final Judging judging;
    private final WishDesk wishes;

    /**
     * Takes over the runs in that folder: what a dead process left at work is interrupted, and what waited keeps its place until
     * the user lets it go.
     *
     * @param slots how many runs of each kind are at work at a time when the user has not said it, each at least 1
     */
    public OwnedRuns(RunServices services, AnalysisCatalog catalog, Path folder, Map<RunQueue.Kind, Integer> slots) throws IOException {
        this.services = services;
        this.catalog = catalog;
        this.folder = folder;
        this.journal = services.queue().orElseThrow();
        Map<RunQueue.Kind, Integer> limits = new EnumMap<>(slots);
        limits.putAll(journal.image().slots());
        this.queue = new Admission(limits, journal.image().paused(), new Needs(journal.image().learned()));
        this.results = new KeptResults(services);
        this.judging = new Judging(services.background());
        this.wishes = new WishDesk(this::known, queue, journal);
        this.groups = new GroupDesk(this::known);
        this.guard = new MemoryGuard(services.heap(), queue::working, results::spill, services.reporter());
        this.watch = new Watch(queue, guard, services);
        this.desk = new QueueDesk(queue, journal, this, guard);
        this.labels = new LabelDesk(services, run -> Optional.ofNullable(live.get(run)));
        this.lastNumber = new AtomicLong(Math.max(Recovery.recover(services, folder), journal.image().last()));
        List<Waiting> restored = new QueueRestoration(services, catalog).restore();
        restored.forEach(waiting -> enlist(waiting.run()));
        queue.addAll(restored);
    }

    /** Who has a say about runs that end from now on. */
    public void judge(RunJudge chosen) {
        judging.by(chosen);
    }

    @Override
    public long submit(RunRequest request) throws RunException {
        return submit(List.of(request), RunQueue.Place.LAST).get(0);
    }

    @Override
    public RunQueue queue() {
        return desk;
    }

    /** As {@link RunQueue#submit}. */
    List<Long> submit(List<RunRequest> requests, RunQueue.Place place) throws RunException {
        List<RequestCheck> checks = new ArrayList<>();
        RequestCheck.Desk checker = new RequestCheck.Desk(catalog);
        for (RunRequest request : requests) {
            RequestCheck check = checker.check(request);
            check.checkWorkers(services);
            checks.add(check);
        }
        checkOpen();
        InputCheck.check(services.data(), requests);
        Instant now = services.clock().instant();
        List<QueueEntry> entries = new ArrayList<>();
        List<LiveRun> runs = new ArrayList<>();
        for (RequestCheck check : checks) {
            FrozenRequest frozen = new FrozenRequest(FrozenRequest.FORMAT, lastNumber.incrementAndGet(), check.descriptor().bundle(),
                    check.descriptor().version(), check.request());
            entries.add(new QueueEntry.Came(new Enlisted(frozen.run(), now, Optional.of(frozen), place)));
            RunImage image = new RunImage(false);
            image.apply(new JournalEntry.Queued(now, services.owner()));
            runs.add(new LiveRun(frozen, check, services, image));
        }
        write(entries);
        runs.forEach(this::enlist);
        if (runs.size() == 1) {
            queue.add(runs.get(0), place);
        } else {
            queue.addAll(runs.stream().map(run -> new Waiting(run, place)).toList());
        }
        return runs.stream().map(LiveRun::id).toList();
    }

    private void write(List<? extends QueueEntry> entries) throws RunException {
        try {
            journal.write(entries).join();
        } catch (CompletionException e) {
            throw StoreCalls.told(e.getCause());
        }
    }

    private void enlist(LiveRun run) {
        live.put(run.id(), run);
        run.end().whenComplete((summary, none) -> ended(run, summary));
        services.events().changed(run.summary());
    }

    /** An error in here is heard by nobody, and the run would count among those at work for ever. */
    private void ended(LiveRun run, RunSummary summary) {
        boolean learned = false;
        while (true) {
            try {
                if (!learned) {
                    // Once: a lesson may be missed.
                    learned = true;
                    learn(run);
                }
                run.result().ifPresent(result -> results.keep(run.id(), result));
                judging.ended(run, summary, () -> live.remove(run.id(), run));
                return;
            } catch (OutOfMemoryError e) {
                Patience.pause();
            }
        }
    }

    /** What runs have needed is learned from those that were alone: of others nobody knows what was theirs. */
    private void learn(LiveRun run) {
        RunSummary summary = run.summary();
        Optional<Long> peak = guard.peak(run);
        if (summary.state() == RunState.COMPLETED && summary.units().restored() == 0 && peak.isPresent() && peak.get() > 0) {
            double seconds = Duration.between(summary.started().orElseThrow(), summary.finished().orElseThrow()).toMillis() / 1e3;
            QueueEntry.Learned lesson = new QueueEntry.Learned(summary.analysis(), Needs.cells(run), peak.get(), seconds);
            queue.needs().learn(lesson);
            journal.write(List.of(lesson)).exceptionally(trouble -> {
                services.reporter().report("What run " + run.id() + " has needed could not be kept", trouble);
                return null;
            });
        }
    }

    /** Looks after memory; to be called every second, on one thread. */
    public void watch() {
        watch.tick();
    }

    /** How much memory is in use. */
    public MemoryMonitor memory() {
        return guard;
    }

    @Override
    public void resume(long run) throws RunException {
        LiveRun working = live.get(run);
        if (working != null && working.state() == RunState.PAUSED) {
            proceed(run);
            return;
        }
        resume(run, Map.of());
    }

    @Override
    public void extend(long run, Map<String, ?> settings) throws RunException {
        resume(run, settings);
    }

    private void resume(long run, Map<String, ?> changes) throws RunException {
        if (live.containsKey(run) || !resuming.add(run)) {
            throw new RunException(Code.NOT_RESUMABLE, Messages.bind(Messages.OwnedRuns_atWork, run));
        }
        try {
            Resumption resumption = new Resumption(services, catalog, run);
            resumption.prepare(changes);
            checkOpen();
            LiveRun resumed = resumption.queue();
            write(List.of(new QueueEntry.Came(new Enlisted(run, Instant.now(), Optional.empty(), RunQueue.Place.LAST))));
            enlist(resumed);
            queue.add(resumed, RunQueue.Place.LAST);
        } finally {
            resuming.remove(run);
        }
    }

    @Override
    public void cancel(long run) throws RunException {
        wishes.wish(run, Wish.CANCEL);
    }

    @Override
    public void stop(long run) throws RunException {
        wishes.stop(run);
    }

    @Override
    public void pause(long run) throws RunException {
        wishes.pause(run);
    }

    @Override
    public void proceed(long run) throws RunException {
        wishes.proceed(run);
    }

    @Override
    public void interrupt(long run) throws RunException {
        wishes.wish(run, Wish.INTERRUPT);
    }

    /** Whether no run is at work, and none begins unless the user says so. */
    public boolean idle() {
        return judging.idle() && (live.isEmpty() || queue.asleep(live.size()));
    }

    /** What a run is doing. */
    RunState state(long number) throws RunException {
        LiveRun run = live.get(number);
        return run == null ? services.folders().open(number).summary().state() : run.state();
    }

    /** Listeners hear of it again. */
    void told(long number) {
        LiveRun run = live.get(number);
        if (run != null) {
            services.events().changed(run.summary());
        }
    }

    void checkKnown(long number) throws RunException {
        if (!live.containsKey(number) && !Files.isDirectory(services.folders().folder(number).path())) {
            throw new RunException(Code.RUN_NOT_FOUND, Messages.bind(Messages.OwnedRuns_notFound, number));
        }
    }

    @Override
    public void interruptAll(Duration limit) {
        if (!closed) {
            // When the workspace is closed they are just left where they stand.
            queue.holdAll(Waiting.Hold.RESTORED);
        }
        Set<Long> waiting = queue.all().stream().map(each -> each.run().id()).collect(Collectors.toSet());
        List<LiveRun> all = live.values().stream().filter(run -> !waiting.contains(run.id())).toList();
        all.forEach(run -> run.wish(Wish.INTERRUPT));
        try {
            CompletableFuture.allOf(all.stream().map(LiveRun::end).toArray(CompletableFuture[]::new))
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            all.forEach(run -> ForcedEnd.abandon(run, RunState.INTERRUPTED, limit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            services.reporter().report("A run ended in an unforeseen way", e);
        }
    }

    @Override
    public void skip(long run, String group) throws RunException {
        groups.skip(run, group);
    }

    @Override
    public void budget(long run, String group, Duration limit) throws RunException {
        groups.budget(run, group, limit);
    }

    @Override
    public void grant(long run, String group, Duration more) throws RunException {
        groups.grant(run, group, more);
    }

    @Override
    public List<String> groups(long run) throws RunException {
        return groups.of(run);
    }

    private Optional<LiveRun> known(long run) throws RunException {
        checkKnown(run);
        return Optional.ofNullable(live.get(run));
    }

    @Override
    public Optional<String> waitsFor(long run) {
        return Optional.ofNullable(live.get(run)).flatMap(queue::explain);
    }

    @Override
    public void tag(long run, List<String> tags) throws RunException {
        checkKnown(run);
        labels.write(run, Labels.tags(tags));
        LiveRun working = live.get(run);
        judging.judge().tagged(working == null ? services.folders().open(run).summary() : working.summary(), tags);
    }

    @Override
    public void note(long run, String note) throws RunException {
        checkKnown(run);
        labels.write(run, Labels.note(note));
    }

    @Override
    public void dropLate(long run) throws RunException {
        checkEnded(run);
        write(() -> {
            LateOutcomes.drop(services.files(), services.folders().folder(run));
            return null;
        });
        services.events().changed(services.folders().open(run).summary());
    }

    private void checkEnded(long run) throws RunException {
        checkKnown(run);
        if (live.containsKey(run)) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.OwnedRuns_notEnded, run));
        }
    }

    @Override
    public void delete(long run) throws RunException {
        checkEnded(run);
        checkNotInUse(run);
        write(List.of(new QueueEntry.Numbered(lastNumber.get())));
        write(() -> {
            // The number is not given again, and a crash leaves either the run or a folder that the next owner deletes.
            services.files().replace(folder.resolve(Recovery.LAST_NUMBER), Long.toString(lastNumber.get()).getBytes(StandardCharsets.US_ASCII));
            Path gone = folder.resolve("." + run + ".deleted");
            services.files().move(services.folders().folder(run).path(), gone);
            services.files().forceFolder(folder);
            services.files().delete(gone);
            return null;
        });
        results.forget(run);
        judging.judge().removed(run);
        services.events().removed(run);
    }

    /** A model that something relies on does not go with its run by the way. */
    private void checkNotInUse(long run) throws RunException {
        List<String> stages;
        try {
            stages = ModelRegistry.heldBy(services.folders().summary(services.folders().folder(run)));
        } catch (IOException e) {
            // A run that cannot be read keeps no model that could be used.
            return;
        }
        if (!stages.isEmpty()) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.OwnedRuns_inUse, run, String.join(", ", stages)));
        }
    }

    @Override
    public long add(Path file) throws RunException {
        checkOpen();
        long number = new Adoption(services, folder).adopt(file, lastNumber.incrementAndGet());
        RunSummary added = services.folders().open(number).summary();
        judging.judge().tagged(added, added.tags());
        services.events().changed(added);
        return number;
    }

    @Override
    public RunSummary await(long number, Duration limit) throws RunException, InterruptedException {
        LiveRun run = live.get(number);
        if (run == null) {
            return services.folders().open(number).summary();
        }
        try {
            return run.gone().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return run.summary();
        } catch (ExecutionException e) {
            throw new RunException(Code.INTERNAL, String.valueOf(e.getCause().getMessage()), e.getCause());
        }
    }

    @Override
    public Optional<Result> result(long number) {
        LiveRun run = live.get(number);
        if (run != null) {
            return run.result();
        }
        return results.find(number);
    }

    @Override
    public void addListener(RunListener listener) {
        services.events().add(listener);
    }

    @Override
    public void removeListener(RunListener listener) {
        services.events().remove(listener);
    }

    private void checkOpen() throws RunException {
        if (closed) {
            throw new RunException(Code.CANCELLED, Messages.OwnedRuns_closed);
        }
    }

    private <T> T write(StoreThread.Call<T> call) throws RunException {
        return StoreCalls.write(services, call);
    }

    /** Takes nothing more and lets nothing begin; runs at work must have been interrupted before. */
    @Override
    public void close() {
        closed = true;
        queue.close();
    }
}
