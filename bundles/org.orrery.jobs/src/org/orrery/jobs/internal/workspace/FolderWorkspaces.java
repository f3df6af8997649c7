package org.orrery.jobs.internal.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.orrery.analysis.compare.RunComparison;
import org.orrery.data.DataException;
import org.orrery.data.DataStores;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunAnswers;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunHistories;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.Workspaces;
import org.orrery.jobs.internal.Reporter;
import org.orrery.jobs.internal.control.ControlServer;
import org.orrery.jobs.internal.control.RemoteConnection;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.WriteSteps;
import org.orrery.jobs.internal.lease.ProcessIdentity;
import org.orrery.jobs.internal.lease.WorkspaceLock;
import org.orrery.jobs.internal.run.ComputedAnswers;
import org.orrery.jobs.internal.run.HeapReading;
import org.orrery.jobs.internal.worker.WorkerLaunch;
import org.orrery.jobs.internal.store.DirectoryRunFolders;

/** Opens workspaces in folders. Knows nothing of OSGi, so that tests need no framework. */
public class FolderWorkspaces implements Workspaces {
    /** How long an owner may take to answer. */
    private static final Duration ANSWER = Duration.ofSeconds(5);
    /** How long it may take to open the workspace: what runs were left and the history are looked through first. */
    private static final Duration OPENING = Duration.ofSeconds(15);
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LOOK = Duration.ofMillis(50);
    /** How long a cancelled run may take to end by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final DataStores stores;
    private final RunHistories histories;
    private final AnalysisCatalog analyses;
    private final DurableFiles files;
    private final Reporter reporter;
    private final Set<Path> held = ConcurrentHashMap.newKeySet();
    private final Optional<WorkerLaunch> workers;
    private final Duration patience;
    private final Supplier<HeapReading> heap;
    private final InstantSource clock;

    /**
     * Opens workspaces.
     *
     * @param workers starts processes for isolated runs, which know the same analyses
     * @param steps is told of every write
     */
    public FolderWorkspaces(DataStores stores, RunHistories histories, AnalysisCatalog analyses, Optional<WorkerLaunch> workers,
            WriteSteps steps, Reporter reporter) {
        this(stores, histories, analyses, workers, steps, reporter, PATIENCE, HeapReading::now, InstantSource.system());
    }

    /**
     * The same with another limit.
     *
     * @param patience how long a cancelled run may take to end by itself
     */
    public FolderWorkspaces(DataStores stores, RunHistories histories, AnalysisCatalog analyses, Optional<WorkerLaunch> workers,
            WriteSteps steps, Reporter reporter, Duration patience) {
        this(stores, histories, analyses, workers, steps, reporter, patience, HeapReading::now, InstantSource.system());
    }

    /**
     * The same with a heap and a clock of the caller's choice.
     *
     * @param heap reads how full the heap is
     * @param clock the clock of the machine, which may jump
     */
    public FolderWorkspaces(DataStores stores, RunHistories histories, AnalysisCatalog analyses, Optional<WorkerLaunch> workers,
            WriteSteps steps, Reporter reporter, Duration patience, Supplier<HeapReading> heap, InstantSource clock) {
        this.clock = clock;
        this.heap = heap;
        this.workers = workers;
        this.patience = patience;
        this.stores = stores;
        this.histories = histories;
        this.analyses = analyses;
        this.files = new DurableFiles(steps);
        this.reporter = reporter;
    }

    /** What measures runs by their baseline; none here. */
    protected Optional<RunComparison> comparison() {
        return Optional.empty();
    }

    @Override
    public Workspace open(Path folder) throws RunException {
        return open(folder, analyses);
    }

    @Override
    public Workspace open(Path folder, AnalysisCatalog installed) throws RunException {
        Path place = folder.toAbsolutePath().normalize();
        Optional<OwnedWorkspace> own = tryOpen(place, installed);
        if (own.isEmpty()) {
            throw locked(place);
        }
        return own.get();
    }

    @Override
    public Connection connect(Path folder) throws RunException {
        Path place = folder.toAbsolutePath().normalize();
        long end = System.nanoTime() + OPENING.toNanos();
        boolean announced = false;
        while (true) {
            Optional<OwnedWorkspace> own = tryOpen(place, analyses);
            if (own.isPresent()) {
                return new OwnConnection(own.get());
            }
            Optional<ProcessIdentity> owner = holder(place);
            if (owner.filter(each -> !each.here()).isPresent()) {
                throw locked(place);
            }
            if (!announced && ControlServer.announced(place)) {
                announced = true;
                end = System.nanoTime() + ANSWER.toNanos();
            }
            IOException trouble = null;
            if (owner.isPresent()) {
                try {
                    Duration left = Duration.ofNanos(Math.clamp(end - System.nanoTime(), SHORTEST.toNanos(), ANSWER.toNanos()));
                    return RemoteConnection.open(place, owner.get(), read(place), folders(place, any -> false), left, reporter);
                } catch (IOException e) {
                    // It may be about to open the channel, or to leave; then the workspace is free at the next look.
                    trouble = e;
                }
            }
            if (System.nanoTime() >= end) {
                throw owner.isPresent() ? RemoteConnection.silent(place, owner.get(), trouble) : locked(place);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private Optional<OwnedWorkspace> tryOpen(Path place, AnalysisCatalog installed) throws RunException {
        try {
            Files.createDirectories(place);
            ProcessIdentity self = ProcessIdentity.own();
            Optional<WorkspaceLock> lock = WorkspaceLock.take(place, self, held);
            return lock.isEmpty() ? Optional.empty() : Optional.of(own(place, lock.get(), self, installed));
        } catch (IOException | DataException e) {
            throw new RunException(Code.WORKSPACE_LOCKED, Messages.bind(Messages.FolderWorkspaces_unusable, place, e.getMessage()), e);
        }
    }

    private OwnedWorkspace own(Path place, WorkspaceLock lock, ProcessIdentity self, AnalysisCatalog installed)
            throws IOException, DataException {
        boolean opened = false;
        try {
            ControlServer.clear(place);
            OwnedWorkspace workspace = new OwnedWorkspace(place, lock, self, files, stores, histories, installed,
                    installed == analyses ? workers : Optional.empty(), reporter, patience, heap, clock, this::comparison);
            opened = true;
            return workspace;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private Optional<ProcessIdentity> holder(Path place) {
        return held.contains(place) ? Optional.of(ProcessIdentity.own()) : WorkspaceLock.holder(place);
    }

    private RunException locked(Path place) {
        return new RunException(Code.WORKSPACE_LOCKED, holder(place)
                .map(holder -> Messages.bind(Messages.FolderWorkspaces_locked,
                        new Object[] {place, Long.toString(holder.pid()), holder.user(), holder.host(), holder.started()}))
                .orElse(Messages.bind(Messages.FolderWorkspaces_lockedUnknown, place)));
    }

    @Override
    public RunFolders read(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        return folders(place, owner -> WorkspaceLock.dead(place, owner));
    }

    @Override
    public List<Dataset> datasets(Path folder) {
        return FileCatalog.read(FileCatalog.in(folder.toAbsolutePath().normalize()), reporter);
    }

    @Override
    public RunAnswers answers(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        return new ComputedAnswers(analyses, folders(place, owner -> WorkspaceLock.dead(place, owner)));
    }

    private DirectoryRunFolders folders(Path place, Predicate<ProcessIdentity> dead) {
        return new DirectoryRunFolders(place.resolve("runs"), dead, reporter);
    }
}
