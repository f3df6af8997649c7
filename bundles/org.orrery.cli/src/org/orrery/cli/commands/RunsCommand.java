package org.orrery.cli.commands;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.Names;
import org.orrery.analysis.settings.Nearest;
import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Option;
import org.orrery.cli.options.Syntax;
import org.orrery.cli.output.Numbers;
import org.orrery.cli.output.TextTable;
import org.orrery.cli.output.TextTable.Side;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.jobs.document.RunDocument;

/** {@code orrery runs}: the runs of the workspace, newest first. */
final class RunsCommand implements Command {
    private static final String ARCHIVED = "archived";
    private static final String ALL = "all";
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    @Override
    public Syntax syntax() {
        return new Syntax("runs", "", 0, 0, List.of(Option.value("status", "STATUS", Messages.RunsCommand_status),
                Option.value("analysis", "ANALYSIS", Messages.RunsCommand_analysis), RunSelection.option(),
                Option.flag(ARCHIVED, Messages.RunsCommand_archived), Option.flag(ALL, Messages.RunsCommand_all)), Messages.RunsCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException {
        Optional<RunState> state = state(session);
        Optional<String> analysis = session.arguments().value("analysis");
        boolean archived = session.arguments().has(ARCHIVED);
        boolean all = session.arguments().has(ALL);
        List<RunSummary> runs = session.reader().find(new RunSelection(session).search()).stream()
                .filter(run -> state.isEmpty() || state.get() == run.state()).filter(run -> analysis.isEmpty() || analysis.get().equals(run.analysis()))
                .filter(run -> all || RunTags.archived(run) == archived).toList();
        if (session.terminal().json()) {
            StringWriter text = new StringWriter();
            RunDocument.writeList(runs, text);
            session.terminal().document(text.toString().stripTrailing());
        }
        session.terminal().print(runs.isEmpty() ? Messages.bind(Messages.RunsCommand_none, session.workspace()) : table(runs, session.services().analyses()).text());
        return ExitCode.COMPLETED;
    }

    private static Optional<RunState> state(Session session) throws RunException {
        Optional<String> given = session.arguments().value("status");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = Arrays.stream(RunState.values()).map(RunState::name).toList();
        String name = given.get().toUpperCase(Locale.ROOT).replace('-', '_');
        if (!names.contains(name)) {
            throw new RunException(Code.BAD_USAGE, Nearest.hint(Messages.bind(Messages.RunsCommand_badStatus, given.get(), String.join(", ", names)),
                    Nearest.of(name, names)));
        }
        return Optional.of(RunState.valueOf(name));
    }

    private static TextTable table(List<RunSummary> runs, AnalysisCatalog analyses) {
        TextTable table = new TextTable().column(Messages.RunsCommand_headRun, Side.RIGHT).column(Messages.RunsCommand_headStatus, Side.LEFT)
                .column(Messages.RunsCommand_headAnalysis, Side.LEFT).column(Messages.RunsCommand_headData, Side.LEFT)
                .column(Messages.RunsCommand_headUnits, Side.RIGHT).column(Messages.RunsCommand_headBest, Side.LEFT)
                .column(Messages.RunsCommand_headValue, Side.RIGHT).column(Messages.RunsCommand_headStarted, Side.LEFT)
                .column(Messages.RunsCommand_headTags, Side.LEFT);
        Map<String, Names> names = new HashMap<>();
        for (RunSummary run : runs) {
            String figure = names.computeIfAbsent(run.analysis(), analyses::names).figure(run.bestName());
            table.row(String.valueOf(run.id()), run.state().name(), run.analysis(), run.dataset(),
                    run.units().done() + "/" + run.units().total(), figure, Numbers.text(run.bestValue()),
                    run.started().map(RunsCommand::local).orElse(""), String.join(", ", run.tags()));
        }
        return table;
    }

    /** People read local time; scripts read the instants of the document. */
    private static String local(Instant instant) {
        return LOCAL.format(instant.atZone(ZoneId.systemDefault()));
    }
}
