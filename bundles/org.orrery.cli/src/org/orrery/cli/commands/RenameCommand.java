package org.orrery.cli.commands;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Syntax;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunException;

/** {@code orrery rename DATASET NAME}: calls a data set of the workspace otherwise. */
final class RenameCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax("rename", Messages.RenameCommand_operands, 2, 2, List.of(), Messages.RenameCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        String name = session.arguments().operands().get(0);
        String next = session.arguments().operands().get(1);
        return session.in(connection -> {
            Dataset renamed = connection.rename(name, next);
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("dataset", renamed.name());
            document.put("before", name);
            document.put("source", renamed.source().toString());
            session.document(document);
            session.terminal().print(Messages.bind(Messages.RenameCommand_done, name, renamed.name()));
            return ExitCode.COMPLETED;
        });
    }
}
