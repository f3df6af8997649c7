package org.orrery.cli.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Syntax;
import org.orrery.jobs.RunException;

/** {@code orrery import FILE.orun}: takes a run that was exported. */
final class ImportCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax("import", "FILE.orun", 1, 1, List.of(), Messages.ImportCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        Path file = session.path(session.arguments().operands().get(0));
        return session.in(connection -> {
            long run = connection.runs().add(file);
            new RunOutput(session).document(connection.folders().open(run));
            session.terminal().print(Messages.bind(Messages.ImportCommand_done, run, session.commandFor("show " + run)));
            return ExitCode.COMPLETED;
        });
    }
}
