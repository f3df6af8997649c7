package org.orrery.cli.commands;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Syntax;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.Runs;
import org.orrery.jobs.StoredRun;

/** A word that tells a run at work what to do. A run that has ended is left as it is, and that is said. */
abstract class VerbCommand implements Command {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final String word;
    private final String summary;
    private final RunState goal;

    /** @param goal the state in which the order is carried out; so it is when the run has ended */
    VerbCommand(String word, String summary, RunState goal) {
        this.word = word;
        this.summary = summary;
        this.goal = goal;
    }

    /** Tells the run. */
    abstract void apply(Runs runs, long run) throws RunException;

    @Override
    public final Syntax syntax() {
        return new Syntax(word, "RUN", 1, 1, List.of(), summary);
    }

    @Override
    public final ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        long run = session.run();
        StoredRun stored = session.reader().open(run);
        if (stored.summary().state().ended()) {
            return say(session, stored, Messages.VerbCommand_ended);
        }
        // A run at work belongs to another process, so that its workspace does too.
        return session.in(connection -> {
            session.interruption().onRequest(() -> { });
            apply(connection.runs(), run);
            follow(session, connection, run);
            return say(session, connection.folders().open(run), Messages.VerbCommand_done);
        });
    }

    private void follow(Session session, Connection connection, long run) throws RunException, InterruptedException {
        RunState state = connection.runs().await(run, LOOK).state();
        while (!state.ended() && state != goal) {
            if (session.interruption().requested()) {
                session.terminal().message(Messages.bind(Messages.VerbCommand_goesOn, run));
                session.interruption().check();
            }
            state = connection.runs().await(run, LOOK).state();
        }
    }

    private static ExitCode say(Session session, StoredRun stored, String sentence) throws IOException {
        new RunOutput(session).document(stored);
        session.terminal().print(Messages.bind(sentence, stored.summary().id(), stored.summary().state()));
        return ExitCode.COMPLETED;
    }
}
