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
import org.orrery.jobs.Runs;

/** A word that changes what is noted about runs, whatever they are doing. */
abstract class LabelCommand implements Command {
    private final String word;
    private final List<Option> options;
    private final String summary;

    /** @param options besides the search for runs */
    LabelCommand(String word, List<Option> options, String summary) {
        this.word = word;
        this.options = options;
        this.summary = summary;
    }

    /** Changes one run. */
    abstract void apply(Session session, Runs runs, RunSummary run) throws RunException;

    /** Refuses what makes no sense before anything is changed. */
    void check(Session session) throws RunException {
        // Most words need nothing but the runs.
    }

    @Override
    public final Syntax syntax() {
        List<Option> all = new ArrayList<>(options);
        all.add(RunSelection.option());
        return new Syntax(word, Messages.RunSelection_operands, 0, Integer.MAX_VALUE, all, summary);
    }

    @Override
    public final ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        check(session);
        List<RunSummary> runs = new RunSelection(session).runs();
        return session.in(connection -> {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (RunSummary run : runs) {
                apply(session, connection.runs(), run);
                RunSummary now = connection.folders().open(run.id()).summary();
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("run", now.id());
                line.put("tags", now.tags());
                line.put("note", now.note());
                lines.add(line);
                session.terminal().print(Messages.bind(Messages.LabelCommand_done, new Object[] {now.id(), now.name(), String.join(", ", now.tags())}));
            }
            if (runs.isEmpty()) {
                session.terminal().print(Messages.RunSelection_nothing);
            }
            session.document(Map.of("runs", lines));
            return ExitCode.COMPLETED;
        });
    }
}
