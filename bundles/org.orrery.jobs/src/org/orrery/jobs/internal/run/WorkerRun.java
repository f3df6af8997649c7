package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.orrery.analysis.result.Result;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.DataStores;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.internal.Reporter;
import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.InjectedFaults;
import org.orrery.jobs.internal.lease.ProcessIdentity;
import org.orrery.jobs.internal.lease.WorkerLease;
import org.orrery.jobs.internal.store.DirectoryRunFolders;
import org.orrery.jobs.internal.store.FrozenRequest;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.PackedResult;
import org.orrery.jobs.internal.store.RunImage;
import org.orrery.jobs.internal.store.StoreThread;
import org.orrery.jobs.internal.worker.WorkerLine;
import org.orrery.jobs.internal.worker.WorkerMessage;
import org.orrery.jobs.internal.worker.WorkerOrder;

/**
 * A run in the process that it has of its own: the same attempt as in the owner, which writes the folder of its run and nothing
 * else, and tells the owner over a line. When the owner is gone this process ends at once; what is committed is on disk.
 */
public final class WorkerRun {
    /** The exit code when the heap is so exhausted that nothing can be told any more. */
    public static final int OUT_OF_MEMORY = 70;
    /** The exit code when the owner is gone. */
    private static final int ABANDONED = 71;
    /** Long before, the owner ends a worker that does not obey. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final WorkerOrder order;
    private final DataStores stores;
    private final AnalysisCatalog analyses;
    private final Reporter reporter;
    private final WorkerLine line;
    private volatile boolean ended;

    private WorkerRun(WorkerOrder order, DataStores stores, AnalysisCatalog analyses, Reporter reporter, WorkerLine line) {
        this.order = order;
        this.stores = stores;
        this.analyses = analyses;
        this.reporter = reporter;
        this.line = line;
    }

    /**
     * Carries out the run of the order and returns when its folder is closed.
     *
     * @param orders holds the order in one line
     * @throws IOException when there is no order or nobody listens
     */
    public static void carryOut(InputStream orders, DataStores stores, AnalysisCatalog analyses, Reporter reporter) throws IOException {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            if (thrown instanceof VirtualMachineError) {
                // A thread of the run is gone, and it may be the one that all others wait for.
                Runtime.getRuntime().halt(OUT_OF_MEMORY);
            }
            reporter.report("Thread " + thread.getName() + " of run ended", thrown);
        });
        WorkerOrder order = PlainJson.read(orders.readAllBytes(), WorkerOrder.class);
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(order.socket()));
        try (WorkerLine line = new WorkerLine(channel)) {
            new WorkerRun(order, stores, analyses, reporter, line).work();
        }
    }

    private void work() throws IOException {
        line.send(new WorkerMessage.Hello(order.token(), ProcessHandle.current().pid()));
        Optional<RunException.Problem> problem = Optional.empty();
        try {
            problem = leased();
        } catch (IOException | RunException | DataException | RuntimeException e) {
            problem = Optional.of(Failures.problem(e));
        }
        ended = true;
        line.send(new WorkerMessage.Ended(problem));
    }

    /** Why the run has failed; the journal may not have it, for want of space. */
    private Optional<RunException.Problem> leased() throws IOException, RunException, DataException {
        DirectoryRunFolders folders = new DirectoryRunFolders(order.runs(), owner -> false, reporter);
        ProcessIdentity self = ProcessIdentity.own();
        WorkerLease lease = WorkerLease.take(folders.folder(order.run()).path(), self)
                .orElseThrow(() -> new IOException("Another process works in " + folders.folder(order.run()).path()));
        try (lease; DataStore data = stores.open(order.cache());
                RunEvents events = new RunEvents(reporter, (unit, run) -> tell(new WorkerMessage.Begun(unit)));
                StoreThread thread = new StoreThread("Orrery store")) {
            // Never waited for: a summary of a run that has ended may go on for long.
            ExecutorService background = Executors.newCachedThreadPool(WorkerRun::daemon);
            return attempt(new RunServices(new DurableFiles(InjectedFaults.ofWorker()), thread, folders, Optional.empty(), data, Optional.empty(), background,
                    events,
                    reporter, self, PATIENCE, Optional.empty(), order.cache(), HeapReading::now, true, InstantSource.system()));
        }
    }

    private Optional<RunException.Problem> attempt(RunServices services) throws IOException, RunException {
        var stored = services.folders().open(order.run());
        RequestCheck check = RequestCheck.check(analyses, stored.request());
        FrozenRequest frozen = new FrozenRequest(FrozenRequest.FORMAT, order.run(), check.descriptor().bundle(), check.descriptor().version(),
                stored.request());
        RunImage image = new RunImage(false);
        image.replay(services.folders().folder(order.run()));
        LiveRun run = new LiveRun(frozen, check, services, image);
        services.events().add(new Teller());
        run.control().onGroups(groups -> tell(new WorkerMessage.Grouped(groups)));
        daemon(() -> obey(run)).start();
        RunCoordinator coordinator = new RunCoordinator(run, fraction -> { });
        coordinator.run();
        return coordinator.problem();
    }

    private static Thread daemon(Runnable body) {
        Thread thread = new Thread(body, "Orrery background");
        thread.setDaemon(true);
        return thread;
    }

    /** Fulfils the wishes of the owner; dies with it. */
    private void obey(LiveRun run) {
        try {
            Optional<WorkerMessage> message = line.receive();
            while (message.isPresent()) {
                obey(run, message.get());
                message = line.receive();
            }
        } catch (IOException | RuntimeException e) {
            reporter.report("The owner is not understood", e);
        }
        abandoned();
    }

    private void obey(LiveRun run, WorkerMessage message) {
        switch (message) {
            case WorkerMessage.Wished wished -> run.wish(Wish.valueOf(wished.wish()));
            case WorkerMessage.Unwanted group -> run.control().skip(group.group());
            case WorkerMessage.Limited limit when limit.fromNow() -> run.control().grant(limit.group(), Duration.ofMillis(limit.millis()));
            case WorkerMessage.Limited limit -> run.control().budget(limit.group(), Duration.ofMillis(limit.millis()));
            case WorkerMessage.Labelled label -> label(run, label);
            default -> reporter.report("Not for a worker: " + message, null);
        }
    }

    private void label(LiveRun run, WorkerMessage.Labelled label) {
        RunServices services = run.services();
        services.thread().call(() -> {
            Instant now = Instant.now();
            JournalEntry entry = label.tags().<JournalEntry>map(tags -> new JournalEntry.Tagged(tags, now))
                    .orElseGet(() -> new JournalEntry.Noted(label.note().orElse(""), now));
            return Labels.write(services, services.folders().folder(run.id()), Optional.of(run), entry);
        }).whenComplete((summary, trouble) -> tell(new WorkerMessage.Kept(label.number(),
                Optional.ofNullable(trouble).map(thrown -> String.valueOf(thrown.getMessage())))));
    }

    private void tell(WorkerMessage message) {
        try {
            line.send(message);
        } catch (IOException ownerGone) {
            abandoned();
        }
    }

    private void abandoned() {
        if (!ended) {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            Runtime.getRuntime().halt(ABANDONED);
        }
    }

    /** Passes everything on that a listener in the owner shall hear. */
    private final class Teller implements RunListener {
        @Override
        public void changed(RunSummary run) {
            tell(new WorkerMessage.Changed(run));
        }

        @Override
        public void result(long run, Result result) {
            try {
                tell(new WorkerMessage.Live(PackedResult.of(result)));
            } catch (IOException e) {
                reporter.report("A result so far could not be told", e);
            }
        }

        @Override
        public void progress(RunProgress progress) {
            tell(new WorkerMessage.Progressed(progress));
        }

        @Override
        public void series(RunSeries series) {
            tell(new WorkerMessage.Reported(series));
        }
    }
}
