package org.orrery.cli.commands;

import java.time.Duration;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;

/** Follows one run of this process to its end, showing how far it is. */
final class RunFollower {
    /** Puts a run into the queue and says its number. */
    interface Start {
        long run() throws RunException;
    }

    private static final Duration INTERRUPT_LIMIT = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Session session;
    private final Workspace workspace;
    private final RunProgressLine line;

    RunFollower(Session session, Workspace workspace) {
        this.session = session;
        this.workspace = workspace;
        this.line = new RunProgressLine(session.terminal());
    }

    /** Starts the run, so that nothing of it is missed. From here on the user can end it so that it can be resumed. */
    long start(Start start) throws RunException {
        session.interruption().check();
        workspace.runs().addListener(line);
        session.interruption().onRequest(() -> workspace.runs().interruptAll(INTERRUPT_LIMIT));
        return start.run();
    }

    /** Waits for the end of the run. */
    RunSummary follow(long run) throws RunException, InterruptedException {
        try {
            RunSummary now = workspace.runs().await(run, LOOK);
            while (!now.state().ended()) {
                if (session.interruption().requested()) {
                    workspace.runs().interruptAll(INTERRUPT_LIMIT);
                }
                now = workspace.runs().await(run, LOOK);
            }
            return now;
        } finally {
            workspace.runs().removeListener(line);
            session.terminal().endProgress();
        }
    }
}
