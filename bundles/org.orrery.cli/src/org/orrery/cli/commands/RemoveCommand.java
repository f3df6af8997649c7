package org.orrery.cli.commands;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Syntax;
import org.orrery.jobs.RunException;

/** {@code orrery rm RUN}: deletes an ended run with all it holds. */
final class RemoveCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax("rm", "RUN", 1, 1, List.of(), Messages.RemoveCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        long run = session.run();
        session.reader().open(run);
        return session.in(connection -> {
            connection.runs().delete(run);
            return say(session, run);
        });
    }

    private static ExitCode say(Session session, long run) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run", run);
        document.put("removed", true);
        session.document(document);
        session.terminal().print(Messages.bind(Messages.RemoveCommand_done, run));
        return ExitCode.COMPLETED;
    }
}
