package org.orrery.jobs.internal.control;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.Runs;
import org.orrery.jobs.internal.Reporter;
import org.orrery.jobs.internal.control.Protocol.Change;
import org.orrery.jobs.internal.control.Protocol.ImportOrder;
import org.orrery.jobs.internal.control.Protocol.Kind;
import org.orrery.jobs.internal.control.Protocol.Reply;
import org.orrery.jobs.internal.control.Protocol.Request;
import org.orrery.jobs.internal.control.Protocol.Verb;
import org.orrery.jobs.internal.lease.ProcessIdentity;

/**
 * A workspace that another process owns. One connection is held open all the time, so that the owner knows that somebody
 * counts on it and does not leave of itself.
 */
public final class RemoteConnection implements Connection {
    private final Path workspace;
    private final RunFolders folders;
    private final OwnerLine line;
    private final LineChannel seat;
    private final RemoteRuns runs;
    private final TimeLimits limits;
    private final CountDownLatch closed = new CountDownLatch(1);

    private RemoteConnection(Path workspace, RunFolders folders, OwnerLine line, LineChannel seat, TimeLimits limits, RemoteRuns runs) {
        this.workspace = workspace;
        this.folders = folders;
        this.line = line;
        this.seat = seat;
        this.limits = limits;
        this.runs = runs;
        Thread.ofVirtual().name("Orrery connection").start(this::keepSeat);
    }

    /**
     * Connects to the owner.
     *
     * @param folders the runs of the workspace; those of a dead owner are interrupted
     * @param journals the same as their journals say, whether their owner is dead or not
     * @param limit how long it may take to answer
     * @throws IOException when it does not answer
     * @throws RunException when it sends this process away
     */
    public static RemoteConnection open(Path workspace, ProcessIdentity owner, RunFolders folders, RunFolders journals,
            Duration limit, Reporter reporter) throws IOException, RunException {
        TimeLimits limits = new TimeLimits("Orrery connection");
        boolean opened = false;
        try {
            OwnerLine line = new OwnerLine(workspace, owner, limits);
            RemoteConnection connection = new RemoteConnection(workspace, folders, line, line.connect(limit), limits,
                    new RemoteRuns(line, journals, reporter));
            opened = true;
            return connection;
        } finally {
            if (!opened) {
                limits.close();
            }
        }
    }

    /** What is said when the owner has not answered in time. */
    public static RunException silent(Path workspace, ProcessIdentity owner, IOException cause) {
        return OwnerLine.silent(workspace, owner, cause);
    }

    private void keepSeat() {
        try {
            while (!closed.await(Protocol.PING.toMillis(), TimeUnit.MILLISECONDS)) {
                seat.write(Request.of(Verb.PING, 0), Protocol.ANSWER);
                seat.read(Reply.class, LineChannel.LONGEST, Protocol.SILENCE);
            }
        } catch (IOException gone) {
            // Whoever asks for something, or waits for a run, hears of it.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Path folder() {
        return workspace;
    }

    @Override
    public Optional<Owner> owner() {
        ProcessIdentity owner = line.owner();
        return Optional.of(new Owner(owner.pid(), owner.user(), owner.host()));
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
    public Dataset importFile(Path file, ReadOptions options, Progress progress) throws RunException {
        Request request = new Request(Verb.IMPORT, 0, Optional.empty(), Optional.of(new ImportOrder(file.toAbsolutePath(), options)));
        Reply last = line.ask(request, Protocol.ANSWER, reply -> {
            if (reply.kind() == Kind.READING) {
                progress.worked(reply.done(), reply.total());
            }
            progress.checkCancelled();
        });
        return last.dataset().orElseThrow(() -> new RunException(Code.INTERNAL, String.valueOf(last.kind())));
    }

    @Override
    public Dataset rename(String name, String next) throws RunException {
        Reply last = line.ask(Request.change(Verb.RENAME, 0, new Change(null, null, name + Protocol.BETWEEN + next, null)));
        return last.dataset().orElseThrow(() -> new RunException(Code.INTERNAL, String.valueOf(last.kind())));
    }

    @Override
    public boolean retire(Duration limit) {
        return true;
    }

    @Override
    public void close() {
        closed.countDown();
        limits.close();
        try {
            seat.close();
        } catch (IOException e) {
            // It goes with the process.
            return;
        }
    }
}
