package org.orrery.jobs.internal.control;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;

import org.orrery.jobs.internal.Reporter;
import org.orrery.jobs.internal.lease.ProcessIdentity;

/**
 * The owner's end of the control channel: lets processes in that know the token, and serves each on a thread of its own.
 * Only as many as is sensible are let in at a time, and whoever does not say who he is at once is sent away.
 */
public final class ControlServer implements AutoCloseable {
    private static final int MOST_CLIENTS = 512;
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private final ControlPlace place;
    private final ControlToken token = ControlToken.create();
    private final ServerSocketChannel door;
    private final Desk desk;
    private final ProcessIdentity self;
    private final ExecutorService workers;
    private final Reporter reporter;
    private final TimeLimits limits = new TimeLimits("Orrery control limits");
    /** All that were let in, whether they have said who they are or not. Guarded by this. */
    private final Set<ClientSession> clients = new HashSet<>();
    /** Guarded by this. */
    private boolean shut;

    private ControlServer(ControlPlace place, Desk desk, ProcessIdentity self, ExecutorService workers, Reporter reporter) throws IOException {
        this.place = place;
        this.desk = desk;
        this.self = self;
        this.workers = workers;
        this.reporter = reporter;
        this.door = place.open(token);
    }

    /**
     * Opens the channel.
     *
     * @param workspace its folder, which this process owns
     * @param desk does what is asked
     * @param workers threads on which it is done
     * @throws IOException when the system or the disk has no such sockets, not even in the folder for temporary files
     */
    public static ControlServer open(Path workspace, Desk desk, ProcessIdentity self, ExecutorService workers, Reporter reporter)
            throws IOException {
        ControlServer server = new ControlServer(new ControlPlace(workspace), desk, self, workers, reporter);
        Thread.ofPlatform().daemon().name("Orrery control").start(server::accept);
        return server;
    }

    /**
     * Takes away what a dead owner has left, as soon as there is a new one: until that has opened its channel, there is none.
     *
     * @param workspace its folder, which this process owns
     */
    public static void clear(Path workspace) throws IOException {
        new ControlPlace(workspace).clear();
    }

    /** Whether the owner of the workspace has opened its channel; else it is about to. */
    public static boolean announced(Path workspace) {
        return new ControlPlace(workspace).announced();
    }

    private void accept() {
        while (door.isOpen()) {
            try {
                letIn(door.accept());
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException e) {
                // Too many open files, say: those who wait at the door are served when some have gone.
                reporter.report("A process could not be let into the workspace", e);
                pause();
            }
        }
    }

    private synchronized void pause() {
        try {
            wait(Protocol.ALIVE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void letIn(SocketChannel channel) throws IOException {
        ClientSession session = new ClientSession(channel, token, desk, self, workers, limits, reporter);
        synchronized (this) {
            if (shut || clients.size() >= MOST_CLIENTS) {
                channel.close();
                return;
            }
            clients.add(session);
        }
        // Its threads wait for the socket most of the time; the work is done by the workers.
        Thread.ofVirtual().name("Orrery control client").start(() -> {
            try {
                session.serve();
            } finally {
                gone(session);
            }
        });
    }

    private synchronized void gone(ClientSession session) {
        clients.remove(session);
        notifyAll();
    }

    /**
     * Waits until nobody is connected and nothing is at work, and then lets nobody in any more.
     *
     * @return whether that is so; false when the limit came first
     */
    public synchronized boolean retire(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!shut) {
            if (clients.isEmpty() && desk.idle()) {
                shut = true;
                break;
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            // Clients that go wake this; a run that ends without a client does not.
            wait(Math.min(left, 100));
        }
        return true;
    }

    /** Lets nobody in any more; who is in is served on. */
    public synchronized void shut() {
        shut = true;
    }

    /** Ends all connections, after a moment in which those who follow a run hear of its end. */
    @Override
    public void close() {
        shut();
        try {
            door.close();
            place.clear();
            sendAway();
        } catch (IOException e) {
            reporter.report("The control channel could not be closed cleanly", e);
        } finally {
            limits.close();
        }
    }

    private synchronized void sendAway() {
        clients.forEach(ClientSession::finish);
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            while (!clients.isEmpty() && System.nanoTime() < end) {
                wait(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clients.forEach(ClientSession::drop);
    }
}
