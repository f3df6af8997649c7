package org.orrery.jobs.internal.control;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.internal.control.Protocol.Hello;
import org.orrery.jobs.internal.control.Protocol.Kind;
import org.orrery.jobs.internal.control.Protocol.Reply;
import org.orrery.jobs.internal.control.Protocol.Request;
import org.orrery.jobs.internal.lease.ProcessIdentity;

/** The way from this process to the owner of a workspace; each request is a connection of its own. Thread-safe. */
final class OwnerLine {
    /** Takes what comes before the last reply. */
    interface Hearer {
        void hear(Reply reply) throws IOException;
    }

    private static final Duration DYING = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(20);
    private final Path workspace;
    private final ProcessIdentity owner;
    private final ControlPlace place;
    private final TimeLimits limits;

    OwnerLine(Path workspace, ProcessIdentity owner, TimeLimits limits) {
        this.workspace = workspace;
        this.owner = owner;
        this.place = new ControlPlace(workspace);
        this.limits = limits;
    }

    ProcessIdentity owner() {
        return owner;
    }

    /**
     * Connects and is let in.
     *
     * @throws RunException when the owner sends this process away, or its token is not for this user
     * @throws IOException when nobody answers in time, or somebody else does
     */
    LineChannel connect(Duration limit) throws IOException, RunException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        boolean let = false;
        try {
            ControlToken token = token();
            limits.within(limit, channel, () -> channel.connect(place.address()));
            LineChannel lines = new LineChannel(channel, limits);
            lines.write(new Hello(Protocol.VERSION, token.text(), ProcessHandle.current().pid()), limit);
            Reply reply = lines.read(Reply.class, LineChannel.LONGEST, limit);
            if (reply.kind() == Kind.FAILED) {
                throw new RunException(reply.problems(), null);
            }
            if (!reply.owner().equals(Optional.of(owner))) {
                throw new IOException("Another process answers");
            }
            let = true;
            return lines;
        } finally {
            if (!let) {
                channel.close();
            }
        }
    }

    private ControlToken token() throws IOException, RunException {
        try {
            return place.token();
        } catch (AccessDeniedException e) {
            throw trouble(workspace, owner, Messages.RemoteConnection_forbidden, e);
        }
    }

    /**
     * Asks, and waits for the last reply.
     *
     * @param silence how long the owner may say nothing
     * @throws RunException what the owner says against it; workspace-locked when it does not answer or is gone
     */
    Reply ask(Request request, Duration silence, Hearer hearer) throws RunException {
        try (LineChannel lines = connect(Protocol.ANSWER)) {
            lines.write(request, Protocol.ANSWER);
            while (true) {
                Reply reply = lines.read(Reply.class, LineChannel.LONGEST, silence);
                switch (reply.kind()) {
                    case DONE -> {
                        return reply;
                    }
                    case FAILED -> throw new RunException(reply.problems(), null);
                    default -> hearer.hear(reply);
                }
            }
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** Asks for something that is answered at once. */
    Reply ask(Request request) throws RunException {
        return ask(request, Protocol.ANSWER, reply -> { });
    }

    /** Whether the owner has gone, and has not just been silent for too long. */
    static boolean closed(IOException cause) {
        return !(cause instanceof SocketTimeoutException);
    }

    /** What is said when the owner cannot be talked to. */
    RunException lost(IOException cause) {
        if (!closed(cause)) {
            return trouble(workspace, owner, Messages.RemoteConnection_silent, cause);
        }
        // The sockets of a process that is killed are closed a moment before it is seen to be dead.
        long end = System.nanoTime() + DYING.toNanos();
        while (!owner.dead() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return trouble(workspace, owner, owner.dead() ? Messages.RemoteConnection_died : Messages.RemoteConnection_left, cause);
    }

    /** What is said when that owner has not answered for a while. */
    static RunException silent(Path workspace, ProcessIdentity owner, IOException cause) {
        return trouble(workspace, owner, Messages.RemoteConnection_silent, cause);
    }

    private static RunException trouble(Path workspace, ProcessIdentity owner, String sentence, IOException cause) {
        String message = Messages.bind(sentence, new Object[] {Long.toString(owner.pid()), owner.user(), owner.host(), workspace});
        return new RunException(List.of(new Problem(Code.WORKSPACE_LOCKED, "", message, Optional.empty())), cause);
    }
}
