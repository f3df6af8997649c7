package org.orrery.cli.commands;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Syntax;
import org.orrery.jobs.RunException;
import org.orrery.jobs.Runs;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;

/** A word that tells a run at work what to do. A run that has ended is left as it is, and that is said. */
abstract class VerbCommand implements Command {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final String word;
    private final String summary;

    VerbCommand(String word, String summary) {
        this.word = word;
        this.summary = summary;
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
        boolean ended = stored.summary().state().ended();
        if (!ended) {
            // A run at work belongs to another process, so that its workspace does too.
            try (Workspace workspace = session.owner()) {
                apply(workspace.runs(), run);
                workspace.runs().await(run, LIMIT);
                stored = workspace.folders().open(run);
            }
        }
        new RunOutput(session).document(stored);
        String sentence = ended ? Messages.VerbCommand_ended : Messages.VerbCommand_done;
        session.terminal().print(Messages.bind(sentence, run, stored.summary().state()));
        return ExitCode.COMPLETED;
    }
}
