package org.orrery.cli.commands;

import java.time.Duration;
import java.util.Optional;

import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;

/** Follows one run to its end, in this process or in the owner of the workspace, showing how far it is. */
final class RunFollower {
    /** Puts a run into the queue and says its number. */
    interface Start {
        long run() throws RunException;
    }

    /** With what comes after it, the process has then ended 15 seconds after the order, whatever a unit does. */
    static final Duration INTERRUPT_LIMIT = Duration.ofSeconds(8);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Session session;
    private final Connection connection;
    private final RunProgressLine line;

    RunFollower(Session session, Connection connection) throws RunException {
        this.session = session;
        this.connection = connection;
        this.line = new RunProgressLine(session.terminal(), session.services().analyses());
    }

    /** Starts the run, so that nothing of it is missed. From here on the user can end it so that it can be resumed. */
    long start(Start start) throws RunException {
        session.interruption().check();
        connection.runs().addListener(line);
        session.interruption().onRequest(() -> connection.runs().interruptAll(INTERRUPT_LIMIT));
        long run = start.run();
        line.follow(run);
        return run;
    }

    private boolean heldInQueue(long run) throws RunException {
        return connection.runs().queue().look().waiting().stream().anyMatch(entry -> entry.run() == run && entry.place().held());
    }

    /** A run that the full disk holds is not waited for: a script has to hear of it. In the workbench it goes on by itself. */
    private void checkRoom(long run) throws RunException, InterruptedException {
        Optional<String> why = connection.runs().waitsFor(run);
        if (why.isPresent()) {
            String sentence = why.get();
            if (connection.owner().isEmpty()) {
                connection.runs().interrupt(run);
                connection.runs().await(run, INTERRUPT_LIMIT);
                sentence = Messages.bind(Messages.RunFollower_outOfDisk, run, session.commandFor("resume " + run));
            }
            throw new RunException(Code.OUT_OF_DISK, sentence);
        }
    }

    /**
     * Waits for the end of the run.
     *
     * @throws RunException out-of-disk when it is held for want of space
     */
    RunSummary follow(long run) throws RunException, InterruptedException {
        try {
            RunSummary now = connection.runs().await(run, LOOK);
            if (now.state() == RunState.QUEUED || now.state() == RunState.WAITING_RESOURCE) {
                // Said once: whoever waits wants to know what for.
                connection.runs().waitsFor(run).ifPresent(session.terminal()::message);
            }
            while (!now.state().ended()) {
                if (session.interruption().requested()) {
                    connection.runs().interruptAll(INTERRUPT_LIMIT);
                }
                if (now.state() == RunState.PAUSED) {
                    if (heldInQueue(run)) {
                        // Nothing but the user lets it go: a script must not wait for that.
                        session.terminal().message(Messages.bind(Messages.RunFollower_waits, run, session.commandFor("resume " + run)));
                        return now;
                    }
                    checkRoom(run);
                }
                now = connection.runs().await(run, LOOK);
            }
            return now;
        } catch (RunException e) {
            if (connection.owner().isPresent() && e.code() == Code.WORKSPACE_LOCKED) {
                session.terminal().error(Messages.bind(Messages.RunFollower_lost, run, session.commandFor("resume " + run)));
            }
            throw e;
        } finally {
            connection.runs().removeListener(line);
            session.terminal().endProgress();
        }
    }
}
