package org.orrery.cli.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Option;
import org.orrery.cli.options.Syntax;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunSummary;

/** {@code orrery rm RUN...}: deletes ended runs with all they hold. */
final class RemoveCommand implements Command {
    static final String DRY = "dry-run";

    @Override
    public Syntax syntax() {
        return new Syntax("rm", Messages.RunSelection_operands, 0, Integer.MAX_VALUE,
                List.of(RunSelection.option(), Option.flag(DRY, Messages.RemoveCommand_dry)), Messages.RemoveCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        List<RunSummary> runs = new RunSelection(session).runs();
        List<Map<String, Object>> removed = new ArrayList<>();
        boolean dry = session.arguments().has(DRY);
        if (dry) {
            runs.forEach(run -> removed.add(say(session, run, false)));
        } else {
            session.in(connection -> {
                for (RunSummary run : runs) {
                    connection.runs().delete(run.id());
                    removed.add(say(session, run, true));
                }
                return ExitCode.COMPLETED;
            });
        }
        if (runs.isEmpty()) {
            session.terminal().print(Messages.RunSelection_nothing);
        }
        boolean single = session.arguments().operands().size() == 1 && !session.arguments().has(RunSelection.SEARCH);
        session.document(single ? removed.get(0) : Map.of("runs", removed));
        return ExitCode.COMPLETED;
    }

    private static Map<String, Object> say(Session session, RunSummary run, boolean removed) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("run", run.id());
        line.put("removed", removed);
        session.terminal().print(Messages.bind(removed ? Messages.RemoveCommand_done : Messages.RemoveCommand_would, run.id(), run.name()));
        return line;
    }
}
