package org.orrery.jobs.internal.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.orrery.analysis.compare.RunComparison;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.DataStores;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.Catalog;
import org.orrery.jobs.MemoryMonitor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunHistories;
import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.Runs;
import org.orrery.jobs.SideResults;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.internal.Reporter;
import org.orrery.jobs.internal.control.ControlServer;
import org.orrery.jobs.internal.control.Desk;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.lease.ProcessIdentity;
import org.orrery.jobs.internal.lease.WorkspaceLock;
import org.orrery.jobs.internal.run.ComputedSideResults;
import org.orrery.jobs.internal.run.HeapReading;
import org.orrery.jobs.internal.run.OwnedRuns;
import org.orrery.jobs.internal.run.RunEvents;
import org.orrery.jobs.internal.run.RunServices;
import org.orrery.jobs.internal.store.DirectoryRunFolders;
import org.orrery.jobs.internal.store.QueueJournal;
import org.orrery.jobs.internal.store.RunShelf;
import org.orrery.jobs.internal.store.StoreThread;
import org.orrery.jobs.internal.worker.WorkerLaunch;

/** A workspace in the hands of this process, and all threads that belong to it. */
public final class OwnedWorkspace implements Workspace, Desk {
    /** Two of each kind, so that a short run need not wait for a long one; each may use all processors. */
    private static final Map<RunQueue.Kind, Integer> SLOTS = Map.of(RunQueue.Kind.COMPUTE, 2, RunQueue.Kind.IO, 2, RunQueue.Kind.EXTERNAL, 2);
    private static final long WATCH_MILLIS = 1_000;
    /** How long runs may take to leave when the workspace is closed, as a part of the patience with a unit; 8 of 10 seconds. */
    private static final double CLOSING = 0.8;
    private final Path folder;
    private final WorkspaceLock lock;
    private final Reporter reporter;
    private final Duration patience;
    private final StoreThread thread = new StoreThread("Orrery store");
    private final RunEvents events;
    private final ExecutorService background;
    private final ScheduledExecutorService heart;
    private final QueueJournal queue;
    private final RunShelf shelf;
    private final DirectoryRunFolders folders;
    private final DataStore data;
    private final FileCatalog catalog;
    private final RunHistory history;
    private final HistoryWriter historyWriter;
    private final OwnedRuns runs;
    private final Optional<ControlServer> control;
    private final SideResults sideResults;
    private boolean closed;

    /**
     * Sets everything up.
     *
     * @param lock held on that folder; stays with the caller when this fails
     * @param workers starts processes for isolated runs that know these analyses
     * @param patience how long a cancelled run may take to end by itself
     * @param heap reads how full the heap is
     * @param clock the clock of the machine
     * @param comparison measures runs by their baseline, when there is a way to
     */
    public OwnedWorkspace(Path folder, WorkspaceLock lock, ProcessIdentity self, DurableFiles files, DataStores stores,
            RunHistories histories, AnalysisCatalog analyses, Optional<WorkerLaunch> workers, Reporter reporter, Duration patience,
            Supplier<HeapReading> heap, InstantSource clock, Supplier<Optional<RunComparison>> comparison) throws IOException, DataException {
        this.folder = folder;
        this.lock = lock;
        this.reporter = reporter;
        this.patience = patience;
        Path runFolder = folder.resolve("runs");
        files.createFolders(runFolder);
        events = new RunEvents(reporter);
        background = Executors.newCachedThreadPool(body -> daemon(body, "Orrery background"));
        heart = Executors.newSingleThreadScheduledExecutor(body -> daemon(body, "Orrery heartbeat"));
        queue = new QueueJournal(files, runFolder, thread, reporter);
        shelf = new RunShelf(runFolder, Optional.of(new RunShelf.Pen(files, background, reporter)));
        folders = new DirectoryRunFolders(runFolder, owner -> !owner.equals(self), reporter, queue::unbegun, shelf);
        catalog = new FileCatalog(files, FileCatalog.in(folder), reporter);
        Path cache = folder.resolve("cache");
        data = stores.open(cache);
        runs = new OwnedRuns(new RunServices(files, thread, folders, Optional.of(queue), data, Optional.of(catalog), background, events,
                reporter, self, patience, workers, cache, heap, false, clock), analyses, runFolder, SLOTS);
        sideResults = new ComputedSideResults(analyses, folders, data);
        history = openHistory(histories, files);
        historyWriter = new HistoryWriter(history, reporter);
        runs.addListener(historyWriter);
        Baselines baselines = new Baselines(comparison, folders, history, files, reporter, background);
        runs.judge(baselines.over(runs));
        heart.scheduleAtFixedRate(this::beat, WorkspaceLock.HEARTBEAT.toSeconds(), WorkspaceLock.HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
        heart.scheduleWithFixedDelay(runs::watch, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
        shelf.look();
        // Last: from here on other processes ask for things.
        control = openControl(self);
    }

    private static Thread daemon(Runnable body, String name) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        return thread;
    }

    private RunHistory openHistory(RunHistories histories, DurableFiles files) {
        Path place = folder.resolve("history");
        try {
            return histories.open(place, folders);
        } catch (IOException | RuntimeException e) {
            reporter.report("The history in " + place + " cannot be opened; it is built again from the run folders", e);
        }
        try {
            Path aside = folder.resolve("history.damaged");
            files.delete(aside);
            if (Files.exists(place)) {
                files.move(place, aside);
            }
            return histories.open(place, folders);
        } catch (IOException | RuntimeException e) {
            reporter.report("The history cannot be built again; the list of runs is read from the run folders each time", e);
            return new ScanningHistory(folders);
        }
    }

    private Optional<ControlServer> openControl(ProcessIdentity self) {
        try {
            return Optional.of(ControlServer.open(folder, this, self, background, reporter));
        } catch (IOException | UnsupportedOperationException e) {
            reporter.report("Other processes cannot give orders in " + folder + ": there is no control channel", e);
            return Optional.empty();
        }
    }

    private void beat() {
        try {
            lock.beat();
        } catch (IOException e) {
            reporter.report("No sign of life can be left in " + folder, e);
        }
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Runs runs() {
        return runs;
    }

    @Override
    public RunFolders folders() {
        return folders;
    }

    @Override
    public RunHistory history() {
        return history;
    }

    @Override
    public SideResults sideResults() {
        return sideResults;
    }

    @Override
    public DataStore data() {
        return data;
    }

    @Override
    public MemoryMonitor memory() {
        return runs.memory();
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public Dataset importFile(Path file, ReadOptions options, Progress progress) throws RunException {
        try {
            Dataset dataset = data.importFile(file, options, progress);
            catalog.put(dataset);
            return dataset;
        } catch (DataException e) {
            throw new RunException(List.of(new Problem(Code.valueOf(e.code().name()), "", sentence(file, e), Optional.of(e.where()))), e);
        } catch (IOException e) {
            throw new RunException(Code.INTERNAL, Messages.bind(Messages.OwnedWorkspace_notKept, file, e.getMessage()), e);
        }
    }

    @Override
    public Dataset rename(String name, String next) throws RunException {
        RunQueue.Snapshot queue = runs.queue().look();
        Optional<RunQueue.Entry> reader = Stream.concat(queue.atWork().stream(), queue.waiting().stream()).filter(entry -> entry.dataset().equals(name))
                .findFirst();
        if (reader.isPresent()) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.OwnedWorkspace_inUse, name, Long.toString(reader.get().run())));
        }
        try {
            return catalog.rename(name, next);
        } catch (IOException e) {
            throw new RunException(Code.INTERNAL, Messages.bind(Messages.OwnedWorkspace_notKept, name, e.getMessage()), e);
        }
    }

    /** A file that is gone may be one that was there before. */
    private String sentence(Path file, DataException refused) {
        if (Files.exists(file)) {
            return refused.getMessage();
        }
        Path source = file.toAbsolutePath().normalize();
        return catalog.datasets().stream().filter(known -> known.source().equals(source)).findFirst()
                .map(known -> Messages.bind(Messages.OwnedWorkspace_moved, file, known.name())).orElse(refused.getMessage());
    }

    @Override
    public boolean idle() {
        return runs.idle();
    }

    /** As {@link org.orrery.jobs.Connection#retire}. */
    boolean retire(Duration limit) throws InterruptedException {
        return control.isEmpty() || control.get().retire(limit);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        control.ifPresent(ControlServer::shut);
        runs.close();
        runs.interruptAll(Duration.ofMillis((long) (CLOSING * patience.toMillis())));
        control.ifPresent(ControlServer::close);
        heart.shutdownNow();
        events.close();
        historyWriter.close();
        history.close();
        shelf.close();
        thread.call(() -> {
            queue.close();
            return null;
        }).exceptionally(trouble -> {
            // Whatever was acknowledged is on disk already.
            reporter.report("The queue in " + folder + " could not be closed", trouble);
            return null;
        });
        thread.close();
        background.shutdown();
        data.close();
        try {
            lock.close();
        } catch (IOException e) {
            reporter.report("The lock on " + folder + " could not be given back; it goes with this process", e);
        }
    }
}
