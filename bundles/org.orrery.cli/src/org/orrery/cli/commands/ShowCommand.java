package org.orrery.cli.commands;

import java.io.IOException;
import java.util.List;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Syntax;
import org.orrery.cli.output.RunText;
import org.orrery.jobs.RunException;
import org.orrery.jobs.StoredRun;

/** {@code orrery show RUN}: everything about one run. */
final class ShowCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax("show", "RUN", 1, 1, List.of(), Messages.ShowCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException {
        StoredRun run = session.reader().open(session.run());
        new RunOutput(session).document(run);
        if (!session.terminal().json()) {
            RunText text = new RunText(run, session.terminal().width(), session.names(run.summary().analysis()));
            text.result().forEach(session.terminal()::print);
            text.details().forEach(session.terminal()::print);
        }
        return ExitCode.COMPLETED;
    }
}
