package org.orrery.cli.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Option;
import org.orrery.cli.options.Syntax;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.StoredRun;

/** {@code orrery report RUN...}: a document over one or more runs. */
final class ReportCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax("report", "RUN... --out FILE.html", 1, Integer.MAX_VALUE,
                List.of(Option.value(RunCommand.OUT, "FILE.html", Messages.ReportCommand_out)), Messages.ReportCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException {
        String written = session.arguments().value(RunCommand.OUT)
                .orElseThrow(() -> new RunException(Code.BAD_USAGE, Messages.ReportCommand_noOut));
        Path file = session.path(written);
        List<Long> ids = session.runs();
        RunFolders folders = session.reader();
        List<StoredRun> runs = new ArrayList<>();
        for (long id : ids) {
            runs.add(folders.open(id));
        }
        new Reports(session).write(runs, file);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("runs", ids);
        document.put("out", file.toString());
        session.document(document);
        session.terminal().print(Messages.bind(Messages.ReportCommand_done, file));
        return ExitCode.COMPLETED;
    }
}
