package org.orrery.cli.commands;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Syntax;
import org.orrery.jobs.RunException;

/** {@code orrery export RUN FILE.orun}: an ended run with all it holds as one file. */
final class ExportCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax("export", "RUN FILE.orun", 2, 2, List.of(), Messages.ExportCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException {
        long run = session.run();
        Path file = session.path(session.arguments().operands().get(1));
        session.reader().export(run, file);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run", run);
        document.put("out", file.toString());
        session.document(document);
        session.terminal().print(Messages.bind(Messages.ExportCommand_done, run, file));
        return ExitCode.COMPLETED;
    }
}
