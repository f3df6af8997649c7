package org.orrery.cli.commands;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.orrery.cli.Background;
import org.orrery.cli.ExitCode;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.StoredRun;

/**
 * A run that is submitted and left to itself: the owner of the workspace carries it out, when that is another process; else
 * a process is started for it, which becomes the owner and stays until it has nothing to do.
 */
final class DetachedRun {
    private final Session session;
    private final RunQueue.Place place;

    /** A run at the end of the queue. */
    DetachedRun(Session session) {
        this(session, RunQueue.Place.LAST);
    }

    /** @param place where in the queue the run stands */
    DetachedRun(Session session, RunQueue.Place place) {
        this.session = session;
        this.place = place;
    }

    ExitCode start(RunCommand.Submission submission) throws RunException, IOException, InterruptedException {
        Background background = session.services().background();
        if (background.here()) {
            return session.in(connection -> {
                long run = submit(connection, submission);
                background.settled(session.terminal());
                return connection.owner().isPresent() ? ExitCode.COMPLETED : ExitCode.of(new RunFollower(session, connection).follow(run).state());
            });
        }
        Optional<Connection.Owner> owner;
        try (Connection connection = session.services().workspaces().connect(session.workspace())) {
            owner = connection.owner();
            if (owner.isPresent()) {
                submit(connection, submission);
            }
        }
        return owner.isPresent() ? ExitCode.COMPLETED : background.start(session.terminal(), session.interruption());
    }

    private long submit(Connection connection, RunCommand.Submission submission) throws RunException, IOException {
        long run = connection.runs().queue().submit(List.of(submission.request(connection)), place).get(0);
        session.interruption().onRequest(() -> connection.runs().interruptAll(RunFollower.INTERRUPT_LIMIT));
        StoredRun stored = connection.folders().open(run);
        new RunOutput(session).document(stored);
        long process = connection.owner().map(Connection.Owner::process).orElse(ProcessHandle.current().pid());
        session.terminal().print(Messages.bind(Messages.DetachedRun_submitted,
                new Object[] {run, Long.toString(process), session.commandFor("show " + run), session.commandFor("stop " + run)}));
        return run;
    }
}
